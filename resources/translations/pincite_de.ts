<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AimNote</name>
  <message>
   <source>Ask about everything instead</source>
   <translation>Stattdessen über alles fragen</translation>
  </message>
 </context>
 <context>
  <name>AnswerFoot</name>
  <message>
   <source>Ask a follow-up</source>
   <translation>Nachfragen</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Erneut fragen</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Bericht…</translation>
  </message>
 </context>
 <context>
  <name>AnswerPanel</name>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Questions to begin with</source>
   <translation>Fragen für den Anfang</translation>
  </message>
  <message>
   <source>The answer appears here. Each statement carries numbered chips that lead to the passage it rests on.</source>
   <translation>Hier erscheint die Antwort. Jede Aussage trägt Nummern, die zu der Stelle führen, auf der sie beruht.</translation>
  </message>
  <message>
   <source>The program ended during this run. What it read is kept below.</source>
   <translation>Das Programm endete während dieses Laufs. Was er gelesen hat, steht unten.</translation>
  </message>
  <message>
   <source>The sources disagree. All that they state is shown; nothing was preferred.</source>
   <translation>Die Quellen widersprechen sich. Alles, was sie aussagen, wird gezeigt; nichts wurde bevorzugt.</translation>
  </message>
  <message>
   <source>What was read</source>
   <translation>Was gelesen wurde</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
 </context>
 <context>
  <name>AnswerText</name>
  <message>
   <source>1 statement</source>
   <translation>1 Aussage</translation>
  </message>
  <message>
   <source>Hide the whole answer</source>
   <translation>Die ganze Antwort ausblenden</translation>
  </message>
  <message>
   <source>In full · {statements}</source>
   <translation>Vollständig · {statements}</translation>
  </message>
  <message>
   <source>In short</source>
   <translation>In Kürze</translation>
  </message>
  <message>
   <source>Show the whole answer</source>
   <translation>Die ganze Antwort zeigen</translation>
  </message>
  <message>
   <source>{n} statements</source>
   <translation>{n} Aussagen</translation>
  </message>
 </context>
 <context>
  <name>BesidePane</name>
  <message>
   <source>Choose a document</source>
   <translation>Dokument wählen</translation>
  </message>
  <message>
   <source>Close the second document</source>
   <translation>Das zweite Dokument schließen</translation>
  </message>
  <message>
   <source>Document at the right</source>
   <translation>Dokument rechts</translation>
  </message>
  <message>
   <source>Second document viewer</source>
   <translation>Zweite Dokumentansicht</translation>
  </message>
  <message>
   <source>{label} ({n} of {total})</source>
   <translation>{label} ({n} von {total})</translation>
  </message>
  <message>
   <source>{n} of {total}</source>
   <translation>{n} von {total}</translation>
  </message>
 </context>
 <context>
  <name>CellDelegate</name>
  <message>
   <source>1 page was read</source>
   <translation>1 Seite wurde gelesen</translation>
  </message>
  <message>
   <source>Sources disagree</source>
   <translation>Quellen widersprechen sich</translation>
  </message>
  <message>
   <source>no evidence</source>
   <translation>kein Beleg</translation>
  </message>
  <message>
   <source>{n} pages were read</source>
   <translation>{n} Seiten wurden gelesen</translation>
  </message>
 </context>
 <context>
  <name>CellEditor</name>
  <message>
   <source>A new run does the turns before this one again, then this cell, then goes on by itself. The run on show stays as it is.</source>
   <translation>Ein neuer Lauf wiederholt die Schritte davor, führt dann diese Zelle aus und geht von selbst weiter. Der gezeigte Lauf bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>Zelle</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Edit this cell</source>
   <translation>Diese Zelle ändern</translation>
  </message>
  <message>
   <source>Run on from here</source>
   <translation>Ab hier weiter</translation>
  </message>
 </context>
 <context>
  <name>Chip</name>
  <message>
   <source>Citation {n}, from an earlier run: {document}, page {page}</source>
   <translation>Beleg {n}, aus einem früheren Lauf: {document}, Seite {page}</translation>
  </message>
  <message>
   <source>Citation {n}: {document}, page {page}</source>
   <translation>Beleg {n}: {document}, Seite {page}</translation>
  </message>
 </context>
 <context>
  <name>ChronologyModel</name>
  <message>
   <source>1 day</source>
   <translation>1 Tag</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>No cited passage is dated in these {days}</source>
   <translation>In diesen {days} trägt keine belegte Stelle ein Datum</translation>
  </message>
  <message>
   <source>What the source says</source>
   <translation>Was die Quelle sagt</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>{day} or {other}</source>
   <translation>{day} oder {other}</translation>
  </message>
  <message>
   <source>{n} days</source>
   <translation>{n} Tagen</translation>
  </message>
 </context>
 <context>
  <name>ChronologyPanel</name>
  <message>
   <source>Chronology</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Every date in a passage that an answer cites stands here, in order of time. To gather dates, ask for them, or fill a table with one of these recipes:</source>
   <translation>Hier steht jedes Datum aus Stellen, die eine Antwort belegen, der Zeit nach. Fragen Sie nach Daten, oder füllen Sie eine Tabelle nach einem dieser Rezepte:</translation>
  </message>
  <message>
   <source>Key dates and deadlines</source>
   <translation>Wichtige Daten und Fristen</translation>
  </message>
 </context>
 <context>
  <name>CitationCard</name>
  <message>
   <source>Accept this citation</source>
   <translation>Diesen Beleg annehmen</translation>
  </message>
  <message>
   <source>Flag this citation</source>
   <translation>Diesen Beleg vormerken</translation>
  </message>
  <message>
   <source>From an earlier run</source>
   <translation>Aus einem früheren Lauf</translation>
  </message>
  <message>
   <source>From an earlier run: “{question}”</source>
   <translation>Aus einem früheren Lauf: „{question}“</translation>
  </message>
  <message>
   <source>Reject this citation</source>
   <translation>Diesen Beleg ablehnen</translation>
  </message>
  <message>
   <source>{words}
Judged anew for this question. Click to show that run.</source>
   <translation>{words}
Für diese Frage neu beurteilt. Ein Klick zeigt jenen Lauf.</translation>
  </message>
 </context>
 <context>
  <name>CitationList</name>
  <message>
   <source>Citations</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Nearest passages, not verified</source>
   <translation>Nächstliegende Stellen, nicht bestätigt</translation>
  </message>
 </context>
 <context>
  <name>ClaimView</name>
  <message>
   <source>No passage was found that states this. Check it yourself.</source>
   <translation>Es wurde keine Stelle gefunden, die das aussagt. Prüfen Sie es selbst.</translation>
  </message>
  <message>
   <source>no evidence</source>
   <translation>kein Beleg</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Commands that fit</source>
   <translation>Passende Befehle</translation>
  </message>
  <message>
   <source>Type a command</source>
   <translation>Befehl eingeben</translation>
  </message>
 </context>
 <context>
  <name>CoverageGrid</name>
  <message>
   <source>Pages read</source>
   <translation>Gelesene Seiten</translation>
  </message>
 </context>
 <context>
  <name>CoverageModel</name>
  <message>
   <source>, cited</source>
   <translation>, belegt</translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 Seite</translation>
  </message>
  <message>
   <source>never read</source>
   <translation>nie gelesen</translation>
  </message>
  <message>
   <source>no text</source>
   <translation>kein Text</translation>
  </message>
  <message>
   <source>p. {label} ({n} in the file)</source>
   <translation>S. {label} ({n} in der Datei)</translation>
  </message>
  <message>
   <source>p. {n}</source>
   <translation>S. {n}</translation>
  </message>
  <message>
   <source>partly read in this run</source>
   <translation>in diesem Lauf teils gelesen</translation>
  </message>
  <message>
   <source>read in another run</source>
   <translation>in einem anderen Lauf gelesen</translation>
  </message>
  <message>
   <source>read in this run</source>
   <translation>in diesem Lauf gelesen</translation>
  </message>
  <message>
   <source>{now} of {pages} in this run</source>
   <translation>{now} von {pages} in diesem Lauf</translation>
  </message>
  <message>
   <source>{n} in others</source>
   <translation>{n} in anderen</translation>
  </message>
  <message>
   <source>{n} never</source>
   <translation>{n} nie</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} Seiten</translation>
  </message>
  <message>
   <source>{n} without text</source>
   <translation>{n} ohne Text</translation>
  </message>
 </context>
 <context>
  <name>CoveragePanel</name>
  <message>
   <source>No documents yet. Which of their pages a run has read is shown here.</source>
   <translation>Noch keine Dokumente. Hier steht, welche ihrer Seiten ein Lauf gelesen hat.</translation>
  </message>
  <message>
   <source>Pages read</source>
   <translation>Gelesene Seiten</translation>
  </message>
  <message>
   <source>in another run</source>
   <translation>in einem anderen Lauf</translation>
  </message>
  <message>
   <source>in part</source>
   <translation>zum Teil</translation>
  </message>
  <message>
   <source>in this run</source>
   <translation>in diesem Lauf</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>no text</source>
   <translation>kein Text</translation>
  </message>
 </context>
 <context>
  <name>CoverageStrip</name>
  <message numerus="yes">
   <source>%n match(es)</source>
   <translation>
    <numerusform>%n Treffer</numerusform>
    <numerusform>%n Treffer</numerusform>
   </translation>
  </message>
  <message>
   <source>Page {label}</source>
   <translation>Seite {label}</translation>
  </message>
  <message>
   <source>Pages read and cited</source>
   <translation>Gelesene und belegte Seiten</translation>
  </message>
  <message>
   <source>cited: {numbers}</source>
   <translation>belegt: {numbers}</translation>
  </message>
  <message>
   <source>no text</source>
   <translation>kein Text</translation>
  </message>
  <message>
   <source>not read in this run</source>
   <translation>in diesem Lauf nicht gelesen</translation>
  </message>
  <message>
   <source>partly read in this run</source>
   <translation>in diesem Lauf teils gelesen</translation>
  </message>
  <message>
   <source>read in this run</source>
   <translation>in diesem Lauf gelesen</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>An error in Pincite itself</source>
   <translation>Ein Fehler in Pincite selbst</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>Go on working</source>
   <translation>Weiterarbeiten</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>Your work is kept: all that happened is in the matter's file. The report below names places in the program and holds no words of your documents; please send it to the people who make Pincite.</source>
   <translation>Ihre Arbeit ist gesichert: Alles, was geschah, steht in der Datei der Akte. Der Bericht unten nennt Stellen im Programm und enthält keine Wörter aus Ihren Dokumenten; bitte schicken Sie ihn denen, die Pincite machen.</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>The matter is being worked on.</source>
   <translation>An der Akte wird gerade gearbeitet.</translation>
  </message>
  <message>
   <source>Wait for the run and the import to end, or stop them first.</source>
   <translation>Warten Sie, bis Lauf und Import enden, oder halten Sie sie zuerst an.</translation>
  </message>
  <message>
   <source>removed document</source>
   <translation>entferntes Dokument</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>About Pincite</source>
   <translation>Über Pincite</translation>
  </message>
  <message>
   <source>Offline review of long documents with a local model. Every claim leads back to its passage.

Licence: AGPL-3.0-or-later.</source>
   <translation>Lange Dokumente offline prüfen, mit einem Modell auf diesem Rechner. Jede Aussage führt zu ihrer Stelle zurück.

Lizenz: AGPL-3.0-or-later.</translation>
  </message>
 </context>
 <context>
  <name>DocumentModel</name>
  <message>
   <source>1 page</source>
   <translation>1 Seite</translation>
  </message>
  <message>
   <source>Encrypted: double-click to enter the password</source>
   <translation>Verschlüsselt: zum Eingeben des Passworts doppelklicken</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
  <message>
   <source>Waiting…</source>
   <translation>Wartet…</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} Seiten</translation>
  </message>
  <message>
   <source>{n} without text</source>
   <translation>{n} ohne Text</translation>
  </message>
 </context>
 <context>
  <name>DocumentViewer</name>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>&amp;Edit mark…</source>
   <translation>&amp;Markierung ändern…</translation>
  </message>
  <message>
   <source>&amp;Remove mark</source>
   <translation>Markierung &amp;entfernen</translation>
  </message>
  <message>
   <source>Copy with c&amp;itation</source>
   <translation>Mit &amp;Fundstelle kopieren</translation>
  </message>
  <message>
   <source>Document viewer</source>
   <translation>Dokumentansicht</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>&amp;Alles auswählen</translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>Case</source>
   <translation>Groß/klein</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>Schließen (Esc)</translation>
  </message>
  <message>
   <source>Find in document</source>
   <translation>Im Dokument suchen</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Groß- und Kleinschreibung beachten</translation>
  </message>
  <message>
   <source>Matches</source>
   <translation>Treffer</translation>
  </message>
  <message>
   <source>Next match (F3)</source>
   <translation>Nächster Treffer (F3)</translation>
  </message>
  <message>
   <source>No match</source>
   <translation>Kein Treffer</translation>
  </message>
  <message>
   <source>Previous match (Shift+F3)</source>
   <translation>Voriger Treffer (Umschalt+F3)</translation>
  </message>
  <message>
   <source>Whole words only</source>
   <translation>Nur ganze Wörter</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Ganze Wörter</translation>
  </message>
  <message>
   <source>{current} of {total}</source>
   <translation>{current} von {total}</translation>
  </message>
 </context>
 <context>
  <name>FindingLine</name>
  <message>
   <source>From an earlier run: “{question}”</source>
   <translation>Aus einem früheren Lauf: „{question}“</translation>
  </message>
 </context>
 <context>
  <name>FollowButton</name>
  <message>
   <source>Follow the reading</source>
   <translation>Dem Lesen folgen</translation>
  </message>
 </context>
 <context>
  <name>FootSide</name>
  <message>
   <source>Below the pages</source>
   <translation>Unter den Seiten</translation>
  </message>
  <message>
   <source>Chronology</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Trace</source>
   <translation>Ablauf</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>Fetch the model</source>
   <translation>Modell holen</translation>
  </message>
  <message>
   <source>Fetch…</source>
   <translation>Holen…</translation>
  </message>
  <message>
   <source>Preparing search by meaning · {done} of {total} sentences</source>
   <translation>Suche nach Bedeutung wird vorbereitet · {done} von {total} Sätzen</translation>
  </message>
 </context>
 <context>
  <name>ImportBar</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Progress of the import</source>
   <translation>Fortschritt des Imports</translation>
  </message>
  <message>
   <source>Reading {n} of {total}: {name}</source>
   <translation>Liest {n} von {total}: {name}</translation>
  </message>
 </context>
 <context>
  <name>Importer</name>
  <message>
   <source>Not read: an error in Pincite</source>
   <translation>Nicht gelesen: ein Fehler in Pincite</translation>
  </message>
  <message>
   <source>Not read: cancelled</source>
   <translation>Nicht gelesen: abgebrochen</translation>
  </message>
 </context>
 <context>
  <name>LeftSide</name>
  <message>
   <source>What the left side shows</source>
   <translation>Was die linke Seite zeigt</translation>
  </message>
 </context>
 <context>
  <name>MarkEditor</name>
  <message>
   <source>&amp;Colour</source>
   <translation>&amp;Farbe</translation>
  </message>
  <message>
   <source>&amp;Note</source>
   <translation>&amp;Notiz</translation>
  </message>
  <message>
   <source>&amp;Tags</source>
   <translation>&amp;Schlagwörter</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <source>Issue codes, parted by commas</source>
   <translation>Kennzeichen, durch Kommas getrennt</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>Markierung</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>Rosa</translation>
  </message>
  <message>
   <source>What is to be said about it</source>
   <translation>Was dazu zu sagen ist</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>Gelb</translation>
  </message>
 </context>
 <context>
  <name>MarkedCopy</name>
  <message>
   <source>Save a marked copy</source>
   <translation>Markierte Kopie speichern</translation>
  </message>
  <message>
   <source>{name} – marked.pdf</source>
   <translation>{name} – markiert.pdf</translation>
  </message>
 </context>
 <context>
  <name>Marks</name>
  <message>
   <source>Change the mark</source>
   <translation>Markierung ändern</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>Markierung</translation>
  </message>
  <message>
   <source>Remove the mark</source>
   <translation>Markierung entfernen</translation>
  </message>
 </context>
 <context>
  <name>MarksPanel</name>
  <message>
   <source>&amp;Edit mark…</source>
   <translation>&amp;Markierung ändern…</translation>
  </message>
  <message>
   <source>&amp;Remove mark</source>
   <translation>Markierung &amp;entfernen</translation>
  </message>
  <message>
   <source>By place</source>
   <translation>Nach Stelle</translation>
  </message>
  <message>
   <source>By tag</source>
   <translation>Nach Schlagwort</translation>
  </message>
  <message>
   <source>Filter by words, #tag, initials</source>
   <translation>Nach Wörtern, #Schlagwort, Kürzel filtern</translation>
  </message>
  <message>
   <source>Filter marks</source>
   <translation>Markierungen filtern</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>Markierungen</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Neueste zuerst</translation>
  </message>
  <message>
   <source>No marks yet.
Select text in a document and press H to highlight it, N for a note, T for tags.</source>
   <translation>Noch keine Markierungen.
Wählen Sie Text in einem Dokument aus und drücken Sie H zum Hervorheben, N für eine Notiz, T für Schlagwörter.</translation>
  </message>
  <message>
   <source>Order of the marks</source>
   <translation>Reihenfolge der Markierungen</translation>
  </message>
 </context>
 <context>
  <name>MatterCommands</name>
  <message>
   <source>Add a folder</source>
   <translation>Ordner hinzufügen</translation>
  </message>
  <message>
   <source>Add documents</source>
   <translation>Dokumente hinzufügen</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <source>Encrypted document</source>
   <translation>Verschlüsseltes Dokument</translation>
  </message>
  <message>
   <source>Export report</source>
   <translation>Bericht exportieren</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Akten</translation>
  </message>
  <message>
   <source>Open matter</source>
   <translation>Akte öffnen</translation>
  </message>
  <message>
   <source>Password of {name}.
It is used to read the file and is not kept.</source>
   <translation>Passwort von {name}.
Es dient zum Lesen der Datei und wird nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>Remove document</source>
   <translation>Dokument entfernen</translation>
  </message>
  <message>
   <source>Remove {n} documents</source>
   <translation>{n} Dokumente entfernen</translation>
  </message>
  <message>
   <source>Save matter as</source>
   <translation>Akte speichern unter</translation>
  </message>
 </context>
 <context>
  <name>MatterPanel</name>
  <message>
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <source>Filter documents</source>
   <translation>Dokumente filtern</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History of runs</source>
   <translation>Verlauf der Läufe</translation>
  </message>
  <message>
   <source>No documents yet.
Drop files here, or add them with the button above.</source>
   <translation>Noch keine Dokumente.
Legen Sie Dateien hier ab, oder fügen Sie sie mit dem Knopf oben hinzu.</translation>
  </message>
  <message>
   <source>Questions you ask are kept here, with everything the model read.</source>
   <translation>Ihre Fragen werden hier aufbewahrt, mit allem, was das Modell gelesen hat.</translation>
  </message>
 </context>
 <context>
  <name>MatterView</name>
  <message>
   <source>1 document</source>
   <translation>1 Dokument</translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 Seite</translation>
  </message>
  <message>
   <source>Document removed</source>
   <translation>Dokument entfernt</translation>
  </message>
  <message>
   <source>Marked copy written: {name}</source>
   <translation>Markierte Kopie geschrieben: {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Report written: {name}</source>
   <translation>Bericht geschrieben: {name}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Untitled matter</source>
   <translation>Akte ohne Namen</translation>
  </message>
  <message>
   <source>{n} documents</source>
   <translation>{n} Dokumente</translation>
  </message>
  <message>
   <source>{n} documents removed</source>
   <translation>{n} Dokumente entfernt</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} Seiten</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>&amp;Zuletzt geöffnet</translation>
  </message>
 </context>
 <context>
  <name>MessageBar</name>
  <message>
   <source>Close this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>Fetch the model ({size})</source>
   <translation>Modell holen ({size})</translation>
  </message>
  <message>
   <source>Progress of the fetch</source>
   <translation>Fortschritt des Holens</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stopped. What has come is kept; fetch again to go on.</source>
   <translation>Angehalten. Was gekommen ist, bleibt; holen Sie erneut, um weiterzumachen.</translation>
  </message>
  <message>
   <source>{about} It answers on this machine: your documents and questions stay here. Fetching it is the only time Pincite uses the network. {size}, licence {licence}.</source>
   <translation>{about} Es antwortet auf diesem Rechner: Ihre Dokumente und Fragen bleiben hier. Nur um es zu holen, nutzt Pincite das Netz. {size}, Lizenz {licence}.</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>{rate} a second</source>
   <translation>{rate} in der Sekunde</translation>
  </message>
 </context>
 <context>
  <name>ModelChoice</name>
  <message>
   <source>Run the question</source>
   <translation>Frage ausführen</translation>
  </message>
  <message>
   <source>Text goes to the server {host}</source>
   <translation>Text geht an den Server {host}</translation>
  </message>
  <message>
   <source>The model is here.</source>
   <translation>Das Modell ist da.</translation>
  </message>
  <message>
   <source>not fetched yet</source>
   <translation>noch nicht geholt</translation>
  </message>
  <message>
   <source>of a setting that can't be read</source>
   <translation>einer Einstellung, die nicht lesbar ist</translation>
  </message>
 </context>
 <context>
  <name>ModelDialog</name>
  <message>
   <source>A model answers on this machine: your documents and questions stay here. The network is used to fetch one, and only when you say so.</source>
   <translation>Ein Modell antwortet auf diesem Rechner: Ihre Dokumente und Fragen bleiben hier. Das Netz wird genutzt, um eines zu holen, und nur, wenn Sie es sagen.</translation>
  </message>
  <message>
   <source>Add a GGUF file</source>
   <translation>GGUF-Datei hinzufügen</translation>
  </message>
  <message>
   <source>Add a GGUF file…</source>
   <translation>GGUF-Datei hinzufügen…</translation>
  </message>
  <message>
   <source>Answers now</source>
   <translation>Antwortet jetzt</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>It needs {memory} of memory.</source>
   <translation>Es braucht {memory} Speicher.</translation>
  </message>
  <message>
   <source>Looking at this machine…</source>
   <translation>Dieser Rechner wird angesehen…</translation>
  </message>
  <message>
   <source>Measured here: it reads {read} and writes {written} tokens a second (threads: {threads}).</source>
   <translation>Hier gemessen: Es liest {read} und schreibt {written} Tokens pro Sekunde (Threads: {threads}).</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Read its file whole and compare its SHA-256</source>
   <translation>Die ganze Datei lesen und ihren SHA-256 vergleichen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Use this model</source>
   <translation>Dieses Modell nutzen</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Your question waits for a model. Fetch the one chosen below, or another.</source>
   <translation>Ihre Frage wartet auf ein Modell. Holen Sie das unten gewählte oder ein anderes.</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>{name} is added. Its file stays where it is.</source>
   <translation>{name} ist hinzugefügt. Die Datei bleibt, wo sie ist.</translation>
  </message>
  <message>
   <source>{name} is as it should be. SHA-256: {hash}</source>
   <translation>{name} ist, wie es sein soll. SHA-256: {hash}</translation>
  </message>
  <message>
   <source>{name} is forgotten; its file stays where it is.</source>
   <translation>{name} ist vergessen; die Datei bleibt, wo sie ist.</translation>
  </message>
  <message>
   <source>{name} is removed: {size} are free again.</source>
   <translation>{name} ist entfernt: {size} sind wieder frei.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>p. {label} ({n} in the file)</source>
   <translation>S. {label} ({n} in der Datei)</translation>
  </message>
  <message>
   <source>p. {n}</source>
   <translation>S. {n}</translation>
  </message>
  <message>
   <source>removed document</source>
   <translation>entferntes Dokument</translation>
  </message>
 </context>
 <context>
  <name>OfferModel</name>
  <message>
   <source>about {n} tokens/s, estimated</source>
   <translation>etwa {n} Tokens/s, geschätzt</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>passt</translation>
  </message>
  <message>
   <source>fits once other programs are closed</source>
   <translation>passt, wenn andere Programme geschlossen sind</translation>
  </message>
  <message>
   <source>fits the GPU</source>
   <translation>passt auf die GPU</translation>
  </message>
  <message>
   <source>on this machine</source>
   <translation>auf diesem Rechner</translation>
  </message>
  <message>
   <source>ranks passages by meaning</source>
   <translation>ordnet Stellen nach Bedeutung</translation>
  </message>
  <message>
   <source>too large for this machine</source>
   <translation>zu groß für diesen Rechner</translation>
  </message>
  <message>
   <source>{n} tokens/s, measured</source>
   <translation>{n} Tokens/s, gemessen</translation>
  </message>
  <message>
   <source>{percent} fetched</source>
   <translation>{percent} geholt</translation>
  </message>
 </context>
 <context>
  <name>OutlineModel</name>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Section</source>
   <translation>Abschnitt</translation>
  </message>
 </context>
 <context>
  <name>OutlinePanel</name>
  <message>
   <source>Filter sections</source>
   <translation>Abschnitte filtern</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Gliederung</translation>
  </message>
  <message>
   <source>This document has no headings to list.</source>
   <translation>Dieses Dokument hat keine Überschriften.</translation>
  </message>
 </context>
 <context>
  <name>OutsideLinks</name>
  <message>
   <source>&amp;Copy address</source>
   <translation>Adresse &amp;kopieren</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>Link out of the document</source>
   <translation>Verweis aus dem Dokument</translation>
  </message>
  <message>
   <source>The document leads here. Open it outside Pincite? That uses the network.</source>
   <translation>Das Dokument verweist hierher. Außerhalb von Pincite öffnen? Dazu wird das Netz genutzt.</translation>
  </message>
  <message>
   <source>The document leads here. Pincite doesn't open addresses of this kind.</source>
   <translation>Das Dokument verweist hierher. Adressen dieser Art öffnet Pincite nicht.</translation>
  </message>
 </context>
 <context>
  <name>PageArea</name>
  <message>
   <source>Document pages</source>
   <translation>Seiten des Dokuments</translation>
  </message>
  <message>
   <source>{name}, page {label}, {n} of {total}</source>
   <translation>{name}, Seite {label}, {n} von {total}</translation>
  </message>
 </context>
 <context>
  <name>PageBox</name>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Type a page and press Return  (Ctrl+G)</source>
   <translation>Seite eingeben und Eingabetaste drücken  (Strg+G)</translation>
  </message>
 </context>
 <context>
  <name>PageModel</name>
  <message>
   <source>Page {label}</source>
   <translation>Seite {label}</translation>
  </message>
 </context>
 <context>
  <name>PageMouse</name>
  <message>
   <source>Page {label}</source>
   <translation>Seite {label}</translation>
  </message>
 </context>
 <context>
  <name>PartCard</name>
  <message>
   <source>Nothing was found here.</source>
   <translation>Hier wurde nichts gefunden.</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>&amp;Language</source>
   <translation>S&amp;prache</translation>
  </message>
  <message>
   <source>&amp;Model</source>
   <translation>&amp;Modell</translation>
  </message>
  <message>
   <source>&amp;Passages read by</source>
   <translation>&amp;Passagen liest</translation>
  </message>
  <message>
   <source>&amp;Theme</source>
   <translation>&amp;Aussehen</translation>
  </message>
  <message>
   <source>As many as there are cores</source>
   <translation>So viele, wie es Kerne gibt</translation>
  </message>
  <message>
   <source>As the desktop</source>
   <translation>Wie die Arbeitsumgebung</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Open the last matter at the start</source>
   <translation>Beim Start die letzte Akte öffnen</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Shown from the next start on.</source>
   <translation>Gilt vom nächsten Start an.</translation>
  </message>
  <message>
   <source>Stand beside your verdicts in reports.</source>
   <translation>Steht in Berichten neben Ihren Urteilen.</translation>
  </message>
  <message>
   <source>Text &amp;size</source>
   <translation>&amp;Schriftgröße</translation>
  </message>
  <message>
   <source>Th&amp;reads</source>
   <translation>Th&amp;reads</translation>
  </message>
  <message>
   <source>Used from the next run on.</source>
   <translation>Gilt vom nächsten Lauf an.</translation>
  </message>
  <message>
   <source>Your &amp;initials</source>
   <translation>Ihr &amp;Kürzel</translation>
  </message>
  <message>
   <source>not fetched</source>
   <translation>nicht geholt</translation>
  </message>
 </context>
 <context>
  <name>QuestionPanel</name>
  <message>
   <source>Ask a question about these documents</source>
   <translation>Eine Frage zu diesen Dokumenten stellen</translation>
  </message>
  <message>
   <source>At most {minutes:g} min and {calls:,} sub-calls.</source>
   <translation>Höchstens {minutes:g} min und {calls:,} Unteraufrufe.</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>Gründlichkeit</translation>
  </message>
  <message>
   <source>Exhaustive</source>
   <translation>Erschöpfend</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Here: 1 page to read.</source>
   <translation>Hier: 1 Seite zu lesen.</translation>
  </message>
  <message>
   <source>Here: {n} pages to read.</source>
   <translation>Hier: {n} Seiten zu lesen.</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Reads every page if need be.</source>
   <translation>Liest nötigenfalls jede Seite.</translation>
  </message>
  <message>
   <source>Reads the likeliest passages.</source>
   <translation>Liest die aussichtsreichsten Stellen.</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Los</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Widens the search where it must.</source>
   <translation>Weitet die Suche aus, wo es sein muss.</translation>
  </message>
 </context>
 <context>
  <name>QuotePreview</name>
  <message>
   <source>Found by an earlier run, judged anew for this question</source>
   <translation>Von einem früheren Lauf gefunden, für diese Frage neu beurteilt</translation>
  </message>
 </context>
 <context>
  <name>ReaderChoice</name>
  <message>
   <source>A smaller one can read the passages while the other leads.</source>
   <translation>Ein kleineres kann die Passagen lesen, während das andere führt.</translation>
  </message>
  <message>
   <source>Looking at this machine…</source>
   <translation>Dieser Rechner wird angesehen…</translation>
  </message>
  <message>
   <source>The same model</source>
   <translation>Dasselbe Modell</translation>
  </message>
  <message>
   <source>They fit once other programs are closed.</source>
   <translation>Sie passen, wenn andere Programme geschlossen sind.</translation>
  </message>
  <message>
   <source>This machine has too little memory for both: choose a smaller one.</source>
   <translation>Dieser Rechner hat zu wenig Speicher für beide: Wählen Sie ein kleineres.</translation>
  </message>
  <message>
   <source>{root} needs {root_needs} of memory and {reader} {reader_needs} beside it: {both} together. {free} is free.</source>
   <translation>{root} braucht {root_needs} Speicher und {reader} daneben {reader_needs}: zusammen {both}. Frei sind {free}.</translation>
  </message>
 </context>
 <context>
  <name>RunModel</name>
  <message>
   <source>1 run</source>
   <translation>1 Lauf</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Table: {title}</source>
   <translation>Tabelle: {title}</translation>
  </message>
  <message>
   <source>can be resumed</source>
   <translation>kann fortgesetzt werden</translation>
  </message>
  <message>
   <source>its runs are not shown</source>
   <translation>ihre Läufe werden nicht gezeigt</translation>
  </message>
  <message>
   <source>its runs are shown</source>
   <translation>ihre Läufe werden gezeigt</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>{n} answered</source>
   <translation>{n} beantwortet</translation>
  </message>
  <message>
   <source>{n} min ago</source>
   <translation>vor {n} min</translation>
  </message>
  <message>
   <source>{n} runs</source>
   <translation>{n} Läufe</translation>
  </message>
 </context>
 <context>
  <name>RunPresenter</name>
  <message>
   <source>1 sub-call</source>
   <translation>1 Unteraufruf</translation>
  </message>
  <message>
   <source>Filling the table…</source>
   <translation>Die Tabelle wird gefüllt…</translation>
  </message>
  <message>
   <source>Getting ready…</source>
   <translation>Wird vorbereitet…</translation>
  </message>
  <message>
   <source>Loading the model…</source>
   <translation>Das Modell wird geladen…</translation>
  </message>
  <message>
   <source>asked about {place}</source>
   <translation>gefragt zu {place}</translation>
  </message>
  <message>
   <source>{n} sub-calls</source>
   <translation>{n} Unteraufrufe</translation>
  </message>
 </context>
 <context>
  <name>RunProgress</name>
  <message>
   <source>Found so far</source>
   <translation>Bisher gefunden</translation>
  </message>
  <message>
   <source>Written so far</source>
   <translation>Bisher geschrieben</translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <source>1 known</source>
   <translation>1 bekannt</translation>
  </message>
  <message>
   <source>1 sub-call</source>
   <translation>1 Unteraufruf</translation>
  </message>
  <message>
   <source>Begin now. Passages in other words than the question's may be missed.</source>
   <translation>Jetzt beginnen. Stellen in anderen Worten als denen der Frage können übersehen werden.</translation>
  </message>
  <message>
   <source>Going on</source>
   <translation>Geht weiter</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Preparing search by meaning</source>
   <translation>Suche nach Bedeutung wird vorbereitet</translation>
  </message>
  <message>
   <source>Search by words only</source>
   <translation>Nur nach Wörtern suchen</translation>
  </message>
  <message>
   <source>Share of the budget that is spent</source>
   <translation>Verbrauchter Anteil des Budgets</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>Beginnt</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Turn {n}</source>
   <translation>Schritt {n}</translation>
  </message>
  <message>
   <source>about {time} left</source>
   <translation>noch etwa {time}</translation>
  </message>
  <message>
   <source>budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>reads {n:.0f} tokens/s</source>
   <translation>liest {n:.0f} Tokens/s</translation>
  </message>
  <message>
   <source>sub-calls</source>
   <translation>Unteraufrufe</translation>
  </message>
  <message>
   <source>time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>tokens</source>
   <translation>Tokens</translation>
  </message>
  <message>
   <source>turns</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>writes {n:.0f}/s</source>
   <translation>schreibt {n:.0f}/s</translation>
  </message>
  <message>
   <source>{done} of {total} sentences</source>
   <translation>{done} von {total} Sätzen</translation>
  </message>
  <message>
   <source>{n} known</source>
   <translation>{n} bekannt</translation>
  </message>
  <message>
   <source>{n} sub-calls</source>
   <translation>{n} Unteraufrufe</translation>
  </message>
  <message>
   <source>{percent} % of {limit} left</source>
   <translation>{limit}: noch {percent} %</translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message>
   <source>What to do with the selection</source>
   <translation>Was mit der Auswahl geschehen soll</translation>
  </message>
 </context>
 <context>
  <name>ServerPage</name>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;Adresse</translation>
  </message>
  <message>
   <source>&amp;Key</source>
   <translation>&amp;Schlüssel</translation>
  </message>
  <message>
   <source>Ask it a question about nothing of yours</source>
   <translation>Ihm eine Frage stellen, die nichts von Ihnen enthält</translation>
  </message>
  <message>
   <source>In use: text goes to {address}.</source>
   <translation>In Gebrauch: Text geht an {address}.</translation>
  </message>
  <message>
   <source>Kept in the keyring of this machine, for this address only.</source>
   <translation>Liegt im Schlüsselbund dieses Rechners, nur für diese Adresse.</translation>
  </message>
  <message>
   <source>M&amp;odel</source>
   <translation>M&amp;odell</translation>
  </message>
  <message>
   <source>No server is used unless you name one here. Once you use one, questions and the passages that are read for them are sent to it, and the foot of the window says so at all times.</source>
   <translation>Ein Server wird nur genutzt, wenn Sie hier einen nennen. Dann werden Fragen und die dafür gelesenen Stellen an ihn geschickt, und am Fuß des Fensters steht das jederzeit.</translation>
  </message>
  <message>
   <source>Of an OpenAI-compatible API.</source>
   <translation>Einer OpenAI-kompatiblen Schnittstelle.</translation>
  </message>
  <message>
   <source>Off: everything stays on this machine.</source>
   <translation>Aus: Alles bleibt auf diesem Rechner.</translation>
  </message>
  <message>
   <source>Reaching {address}…</source>
   <translation>{address} wird angesprochen…</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>Use no server</source>
   <translation>Keinen Server nutzen</translation>
  </message>
  <message>
   <source>Use this server</source>
   <translation>Diesen Server nutzen</translation>
  </message>
  <message>
   <source>the first it has</source>
   <translation>das erste, das er hat</translation>
  </message>
  <message>
   <source>{name} answers, and can judge.</source>
   <translation>{name} antwortet und kann urteilen.</translation>
  </message>
  <message>
   <source>{name} answers, but gives no probabilities: findings can't be verified with it.</source>
   <translation>{name} antwortet, gibt aber keine Wahrscheinlichkeiten an: Funde können damit nicht geprüft werden.</translation>
  </message>
 </context>
 <context>
  <name>Shell</name>
  <message>
   <source>No document is on show.</source>
   <translation>Kein Dokument wird gezeigt.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Gliederung</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Add documents…</source>
   <translation>Dokumente hinzufügen…</translation>
  </message>
  <message>
   <source>Ask your documents</source>
   <translation>Fragen Sie Ihre Dokumente</translation>
  </message>
  <message>
   <source>Drop documents or folders here</source>
   <translation>Dokumente oder Ordner hier ablegen</translation>
  </message>
  <message>
   <source>First, the model</source>
   <translation>Zuerst das Modell</translation>
  </message>
  <message>
   <source>PDF, Word, HTML, Markdown and text</source>
   <translation>PDF, Word, HTML, Markdown und Text</translation>
  </message>
  <message>
   <source>Pincite works through long documents with a model on this machine. Every statement of an answer leads back to the passage it rests on.</source>
   <translation>Pincite arbeitet lange Dokumente mit einem Modell auf diesem Rechner durch. Jede Aussage einer Antwort führt zu der Stelle zurück, auf der sie beruht.</translation>
  </message>
  <message>
   <source>Recent matters</source>
   <translation>Letzte Akten</translation>
  </message>
  <message>
   <source>Then, your documents</source>
   <translation>Dann Ihre Dokumente</translation>
  </message>
  <message>
   <source>Try the sample matter</source>
   <translation>Die Beispielakte ausprobieren</translation>
  </message>
 </context>
 <context>
  <name>StepDetail</name>
  <message>
   <source>Being written</source>
   <translation>Wird geschrieben</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>Zelle</translation>
  </message>
  <message>
   <source>Child run</source>
   <translation>Unterlauf</translation>
  </message>
  <message>
   <source>Choose a step to see all of it.</source>
   <translation>Wählen Sie einen Schritt, um alles davon zu sehen.</translation>
  </message>
  <message>
   <source>Error, as the model saw it</source>
   <translation>Fehler, wie ihn das Modell sah</translation>
  </message>
  <message>
   <source>Output, as the model saw it</source>
   <translation>Ausgabe, wie sie das Modell sah</translation>
  </message>
  <message>
   <source>Plan or reply</source>
   <translation>Plan oder Antwort</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>Anweisung</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Under way…</source>
   <translation>Unterwegs…</translation>
  </message>
  <message>
   <source>Variables after it</source>
   <translation>Variablen danach</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
 </context>
 <context>
  <name>TableDesk</name>
  <message>
   <source>Export the table</source>
   <translation>Tabelle exportieren</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
 </context>
 <context>
  <name>TableModel</name>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Its pages are pictures: they would need text recognition.</source>
   <translation>Seine Seiten sind Bilder: Sie bräuchten Texterkennung.</translation>
  </message>
  <message>
   <source>No text to read</source>
   <translation>Kein lesbarer Text</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
 </context>
 <context>
  <name>TablePanel</name>
  <message>
   <source>A table asks each question of each document. Add documents first.</source>
   <translation>Eine Tabelle stellt jede Frage an jedes Dokument. Fügen Sie zuerst Dokumente hinzu.</translation>
  </message>
  <message>
   <source>Add a question</source>
   <translation>Frage hinzufügen</translation>
  </message>
  <message>
   <source>Add a question, then press Return</source>
   <translation>Frage eingeben, dann Eingabetaste</translation>
  </message>
  <message>
   <source>Ask every question of every document</source>
   <translation>Jede Frage an jedes Dokument stellen</translation>
  </message>
  <message>
   <source>Choose a recipe or type questions: each becomes a column, each document a row. Every cell is a run of its own, with its citations.</source>
   <translation>Wählen Sie ein Rezept, oder geben Sie Fragen ein: Jede wird eine Spalte, jedes Dokument eine Zeile. Jede Zelle ist ein eigener Lauf mit seinen Belegen.</translation>
  </message>
  <message>
   <source>Documents by questions</source>
   <translation>Dokumente nach Fragen</translation>
  </message>
  <message>
   <source>Export the table</source>
   <translation>Tabelle exportieren</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Füllen</translation>
  </message>
  <message>
   <source>Questions of a recipe</source>
   <translation>Fragen eines Rezepts</translation>
  </message>
  <message>
   <source>Questions of my own</source>
   <translation>Eigene Fragen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Take my own questions out</source>
   <translation>Eigene Fragen herausnehmen</translation>
  </message>
  <message>
   <source>about {time}</source>
   <translation>etwa {time}</translation>
  </message>
  <message>
   <source>{done} of {total} cells</source>
   <translation>{done} von {total} Zellen</translation>
  </message>
  <message>
   <source>{h} h {m} min</source>
   <translation>{h} h {m} min</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
 </context>
 <context>
  <name>ThumbnailList</name>
  <message>
   <source>Page thumbnails</source>
   <translation>Kleine Seiten</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Find a command</source>
   <translation>Befehl suchen</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Akte</translation>
  </message>
  <message>
   <source>No matter</source>
   <translation>Keine Akte</translation>
  </message>
 </context>
 <context>
  <name>TraceModel</name>
  <message>
   <source>Ask</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Ask directly</source>
   <translation>Direkte Frage</translation>
  </message>
  <message>
   <source>Child run {frame}: {question}</source>
   <translation>Unterlauf {frame}: {question}</translation>
  </message>
  <message>
   <source>Direct question</source>
   <translation>Direkte Frage</translation>
  </message>
  <message>
   <source>Extract</source>
   <translation>Auszug</translation>
  </message>
  <message>
   <source>Judge</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>P</source>
   <translation>W</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Summarise</source>
   <translation>Zusammenfassung</translation>
  </message>
  <message>
   <source>The model's own probability that the passage holds the answer</source>
   <translation>Die Wahrscheinlichkeit, die das Modell selbst dafür angibt, dass die Stelle die Antwort enthält</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Tokens</source>
   <translation>Tokens</translation>
  </message>
  <message>
   <source>Turn {n}</source>
   <translation>Schritt {n}</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>cached</source>
   <translation>bekannt</translation>
  </message>
  <message>
   <source>nothing that answers it</source>
   <translation>nichts, was sie beantwortet</translation>
  </message>
  <message>
   <source>under way…</source>
   <translation>unterwegs…</translation>
  </message>
 </context>
 <context>
  <name>TracePanel</name>
  <message>
   <source>Trace of the run</source>
   <translation>Ablauf des Laufs</translation>
  </message>
  <message>
   <source>While a question is worked on, every step shows here as it happens.</source>
   <translation>Während an einer Frage gearbeitet wird, erscheint hier jeder Schritt.</translation>
  </message>
 </context>
 <context>
  <name>ViewerPane</name>
  <message>
   <source>({n} of {total})</source>
   <translation>({n} von {total})</translation>
  </message>
  <message>
   <source>of {total}</source>
   <translation>von {total}</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Pincite</source>
   <translation>&amp;Über Pincite</translation>
  </message>
  <message>
   <source>&amp;Actual size</source>
   <translation>&amp;Originalgröße</translation>
  </message>
  <message>
   <source>&amp;Add documents…</source>
   <translation>Dokumente &amp;hinzufügen…</translation>
  </message>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Zurück</translation>
  </message>
  <message>
   <source>&amp;Chronology</source>
   <translation>&amp;Zeitleiste</translation>
  </message>
  <message>
   <source>&amp;Commands…</source>
   <translation>&amp;Befehle…</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Export report…</source>
   <translation>Bericht &amp;exportieren…</translation>
  </message>
  <message>
   <source>&amp;Find in document</source>
   <translation>Im Dokument &amp;suchen</translation>
  </message>
  <message>
   <source>&amp;Follow the reading</source>
   <translation>Dem Lesen &amp;folgen</translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation>&amp;Vor</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>&amp;Gehe zu</translation>
  </message>
  <message>
   <source>&amp;Go to page…</source>
   <translation>&amp;Gehe zu Seite…</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Highlight</source>
   <translation>&amp;Hervorheben</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>&amp;Tastenkürzel</translation>
  </message>
  <message>
   <source>&amp;Larger text</source>
   <translation>&amp;Größere Schrift</translation>
  </message>
  <message>
   <source>&amp;Left side</source>
   <translation>&amp;Linke Seite</translation>
  </message>
  <message>
   <source>&amp;Matter</source>
   <translation>&amp;Akte</translation>
  </message>
  <message>
   <source>&amp;Models…</source>
   <translation>&amp;Modelle…</translation>
  </message>
  <message>
   <source>&amp;New matter</source>
   <translation>&amp;Neue Akte</translation>
  </message>
  <message>
   <source>&amp;Next citation</source>
   <translation>&amp;Nächster Beleg</translation>
  </message>
  <message>
   <source>&amp;Night pages</source>
   <translation>&amp;Nachtseiten</translation>
  </message>
  <message>
   <source>&amp;Open matter…</source>
   <translation>Akte ö&amp;ffnen…</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Previous citation</source>
   <translation>&amp;Voriger Beleg</translation>
  </message>
  <message>
   <source>&amp;Question and answer</source>
   <translation>&amp;Frage und Antwort</translation>
  </message>
  <message>
   <source>&amp;Question box</source>
   <translation>&amp;Fragefeld</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <source>&amp;Remove document</source>
   <translation>Dokument &amp;entfernen</translation>
  </message>
  <message>
   <source>&amp;Rotate</source>
   <translation>&amp;Drehen</translation>
  </message>
  <message>
   <source>&amp;Run</source>
   <translation>&amp;Lauf</translation>
  </message>
  <message>
   <source>&amp;Run the question</source>
   <translation>Frage &amp;bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Save matter as…</source>
   <translation>Akte &amp;speichern unter…</translation>
  </message>
  <message>
   <source>&amp;Smaller text</source>
   <translation>&amp;Kleinere Schrift</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>&amp;Anhalten</translation>
  </message>
  <message>
   <source>&amp;Trace</source>
   <translation>&amp;Ablauf</translation>
  </message>
  <message>
   <source>&amp;Two pages</source>
   <translation>&amp;Zwei Seiten</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>A services agreement, a patient record and a scan to try</source>
   <translation>Ein Dienstleistungsvertrag, eine Patientenakte und ein Scan zum Ausprobieren</translation>
  </message>
  <message>
   <source>Add &amp;tags…</source>
   <translation>&amp;Schlagwörter hinzufügen…</translation>
  </message>
  <message>
   <source>Add a &amp;folder…</source>
   <translation>&amp;Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Add a &amp;note…</source>
   <translation>&amp;Notiz hinzufügen…</translation>
  </message>
  <message>
   <source>Ask &amp;again</source>
   <translation>&amp;Erneut fragen</translation>
  </message>
  <message>
   <source>Ask a follo&amp;w-up</source>
   <translation>&amp;Nachfragen</translation>
  </message>
  <message>
   <source>Ask a question that follows the one on show</source>
   <translation>Eine Frage stellen, die an die gezeigte anschließt</translation>
  </message>
  <message>
   <source>Ask about the se&amp;lection</source>
   <translation>Zur Aus&amp;wahl fragen</translation>
  </message>
  <message>
   <source>Ask each question of each document</source>
   <translation>Jede Frage an jedes Dokument stellen</translation>
  </message>
  <message>
   <source>Back to where you were before the last jump</source>
   <translation>Zurück dorthin, wo Sie vor dem letzten Sprung waren</translation>
  </message>
  <message>
   <source>Change a cell of the run on show; a new run goes on from there</source>
   <translation>Eine Zelle des gezeigten Laufs ändern; ein neuer Lauf geht von dort weiter</translation>
  </message>
  <message>
   <source>Copy &amp;answer with sources</source>
   <translation>&amp;Antwort mit Quellen kopieren</translation>
  </message>
  <message>
   <source>Copy the selection with document and page</source>
   <translation>Die Auswahl mit Dokument und Seite kopieren</translation>
  </message>
  <message>
   <source>Copy with &amp;citation</source>
   <translation>Mit &amp;Fundstelle kopieren</translation>
  </message>
  <message>
   <source>Documents and history</source>
   <translation>Dokumente und Verlauf</translation>
  </message>
  <message>
   <source>Edit a &amp;cell and run on</source>
   <translation>&amp;Zelle ändern und weiterlaufen</translation>
  </message>
  <message>
   <source>Every turn, cell and sub-call of the run</source>
   <translation>Jeder Schritt, jede Zelle und jeder Unteraufruf des Laufs</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>&amp;Vollbild</translation>
  </message>
  <message>
   <source>Fetch, choose and remove models</source>
   <translation>Modelle holen, wählen und entfernen</translation>
  </message>
  <message>
   <source>Find &amp;next</source>
   <translation>&amp;Weitersuchen</translation>
  </message>
  <message>
   <source>Find &amp;previous</source>
   <translation>&amp;Rückwärts suchen</translation>
  </message>
  <message>
   <source>Find any command by its name</source>
   <translation>Jeden Befehl nach seinem Namen finden</translation>
  </message>
  <message>
   <source>Fit &amp;page</source>
   <translation>&amp;Ganze Seite</translation>
  </message>
  <message>
   <source>Fit &amp;width</source>
   <translation>&amp;Seitenbreite</translation>
  </message>
  <message>
   <source>Go on from the last turn of an interrupted run</source>
   <translation>Vom letzten Schritt eines unterbrochenen Laufs aus weitermachen</translation>
  </message>
  <message>
   <source>Headings of the document</source>
   <translation>Überschriften des Dokuments</translation>
  </message>
  <message>
   <source>Highlights, notes and tags</source>
   <translation>Hervorhebungen, Notizen und Schlagwörter</translation>
  </message>
  <message>
   <source>Hold the run up; its time stands still until it goes on</source>
   <translation>Den Lauf aufhalten; seine Zeit steht still, bis er weitergeht</translation>
  </message>
  <message>
   <source>Light or dar&amp;k</source>
   <translation>Hell oder &amp;dunkel</translation>
  </message>
  <message>
   <source>Light text on dark pages; pictures stay as they are</source>
   <translation>Heller Text auf dunklen Seiten; Bilder bleiben, wie sie sind</translation>
  </message>
  <message>
   <source>Mark the selection</source>
   <translation>Die Auswahl markieren</translation>
  </message>
  <message>
   <source>Mark the selection and say something about it</source>
   <translation>Die Auswahl markieren und etwas dazu sagen</translation>
  </message>
  <message>
   <source>Mark the selection with issue codes</source>
   <translation>Die Auswahl mit Kennzeichen markieren</translation>
  </message>
  <message>
   <source>Move this matter to a file of your choice</source>
   <translation>Diese Akte in eine Datei Ihrer Wahl verschieben</translation>
  </message>
  <message>
   <source>Next p&amp;anel</source>
   <translation>Nächster &amp;Bereich</translation>
  </message>
  <message>
   <source>Open PDF, Word, HTML, Markdown or text files</source>
   <translation>PDF-, Word-, HTML-, Markdown- oder Textdateien öffnen</translation>
  </message>
  <message>
   <source>Open a matter file</source>
   <translation>Die Datei einer Akte öffnen</translation>
  </message>
  <message>
   <source>Open every document in a folder</source>
   <translation>Jedes Dokument in einem Ordner öffnen</translation>
  </message>
  <message>
   <source>Open or close the left side</source>
   <translation>Die linke Seite öffnen oder schließen</translation>
  </message>
  <message>
   <source>Open the &amp;sample matter</source>
   <translation>&amp;Beispielakte öffnen</translation>
  </message>
  <message>
   <source>P&amp;references…</source>
   <translation>&amp;Einstellungen…</translation>
  </message>
  <message>
   <source>Put this run's question in the question box</source>
   <translation>Die Frage dieses Laufs in das Fragefeld setzen</translation>
  </message>
  <message>
   <source>R&amp;esume the run</source>
   <translation>Lauf &amp;fortsetzen</translation>
  </message>
  <message>
   <source>Re&amp;play the run</source>
   <translation>Lauf &amp;wiedergeben</translation>
  </message>
  <message>
   <source>Save a marked &amp;copy…</source>
   <translation>Markierte &amp;Kopie speichern…</translation>
  </message>
  <message>
   <source>Scroll along with what the model reads</source>
   <translation>Mit dem mitrollen, was das Modell liest</translation>
  </message>
  <message>
   <source>Show a second document beside this one</source>
   <translation>Ein zweites Dokument neben diesem zeigen</translation>
  </message>
  <message>
   <source>Show again, step by step, what the model read</source>
   <translation>Schritt für Schritt noch einmal zeigen, was das Modell gelesen hat</translation>
  </message>
  <message>
   <source>Show mar&amp;ks</source>
   <translation>&amp;Markierungen zeigen</translation>
  </message>
  <message>
   <source>Show pages rea&amp;d</source>
   <translation>Ge&amp;lesene Seiten zeigen</translation>
  </message>
  <message>
   <source>Show small &amp;pages</source>
   <translation>&amp;Kleine Seiten zeigen</translation>
  </message>
  <message>
   <source>Show the &amp;matter</source>
   <translation>A&amp;kte zeigen</translation>
  </message>
  <message>
   <source>Show the &amp;outline</source>
   <translation>Gl&amp;iederung zeigen</translation>
  </message>
  <message>
   <source>Small pictures of all pages</source>
   <translation>Kleine Bilder aller Seiten</translation>
  </message>
  <message>
   <source>Start an empty matter</source>
   <translation>Eine leere Akte beginnen</translation>
  </message>
  <message>
   <source>Stop the run; what it found is kept</source>
   <translation>Den Lauf anhalten; was er gefunden hat, bleibt</translation>
  </message>
  <message>
   <source>Ta&amp;ble</source>
   <translation>Ta&amp;belle</translation>
  </message>
  <message>
   <source>Take the chosen document out of the matter</source>
   <translation>Das gewählte Dokument aus der Akte nehmen</translation>
  </message>
  <message>
   <source>The dates in cited passages, in order</source>
   <translation>Die Daten aus belegten Stellen, der Reihe nach</translation>
  </message>
  <message>
   <source>Turn the pages by a quarter</source>
   <translation>Die Seiten um ein Viertel drehen</translation>
  </message>
  <message>
   <source>Two documents &amp;side by side</source>
   <translation>Zwei Dokumente &amp;nebeneinander</translation>
  </message>
  <message>
   <source>Which pages were read in this run, in others, or never</source>
   <translation>Welche Seiten in diesem Lauf, in anderen oder nie gelesen wurden</translation>
  </message>
  <message>
   <source>Work through the documents to answer the question</source>
   <translation>Die Dokumente durcharbeiten, um die Frage zu beantworten</translation>
  </message>
  <message>
   <source>Write a copy of this PDF with your marks as annotations</source>
   <translation>Eine Kopie dieses PDFs mit Ihren Markierungen als Anmerkungen schreiben</translation>
  </message>
  <message>
   <source>Write this run to PDF, HTML or Markdown</source>
   <translation>Diesen Lauf als PDF, HTML oder Markdown schreiben</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Ver&amp;größern</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Ver&amp;kleinern</translation>
  </message>
 </context>
 <context>
  <name>aim</name>
  <message>
   <source>About {place}</source>
   <translation>Zu {place}</translation>
  </message>
  <message>
   <source>Following</source>
   <translation>Im Anschluss an</translation>
  </message>
 </context>
 <context>
  <name>answer</name>
  <message>
   <source> (from an earlier run)</source>
   <translation> (aus einem früheren Lauf)</translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 Seite</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Found by earlier runs of this matter, and judged anew for this question.</source>
   <translation>Von früheren Läufen in dieser Akte gefunden und für diese Frage neu beurteilt.</translation>
  </message>
  <message>
   <source>In full:</source>
   <translation>Vollständig:</translation>
  </message>
  <message>
   <source>In short:</source>
   <translation>In Kürze:</translation>
  </message>
  <message>
   <source>No text to read on: {pages}.</source>
   <translation>Kein lesbarer Text auf: {pages}.</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Nothing that answers the question was found in any page.</source>
   <translation>Auf keiner Seite wurde etwas gefunden, das die Frage beantwortet.</translation>
  </message>
  <message>
   <source>Nothing that answers the question was found in the one page that was read.</source>
   <translation>Auf der einen Seite, die gelesen wurde, wurde nichts gefunden, das die Frage beantwortet.</translation>
  </message>
  <message>
   <source>Nothing that answers the question was found in the {n} pages that were read.</source>
   <translation>Auf den {n} Seiten, die gelesen wurden, wurde nichts gefunden, das die Frage beantwortet.</translation>
  </message>
  <message>
   <source>Quote matches the source</source>
   <translation>Zitat stimmt mit der Quelle überein</translation>
  </message>
  <message>
   <source>Read {n} of {pages}</source>
   <translation>Gelesen: {n} von {pages}</translation>
  </message>
  <message>
   <source>Sources disagree</source>
   <translation>Quellen widersprechen sich</translation>
  </message>
  <message>
   <source>Stopped early</source>
   <translation>Vorzeitig angehalten</translation>
  </message>
  <message>
   <source>The quote could not be matched with the source</source>
   <translation>Das Zitat konnte nicht mit der Quelle abgeglichen werden</translation>
  </message>
  <message>
   <source>did not pass verification · model's probability {percent}</source>
   <translation>hat die Prüfung nicht bestanden · Wahrscheinlichkeit des Modells {percent}</translation>
  </message>
  <message>
   <source>model's probability that it states this {percent}</source>
   <translation>Wahrscheinlichkeit des Modells, dass sie das aussagt: {percent}</translation>
  </message>
  <message>
   <source>not in the passage: {what} · model's probability {percent}</source>
   <translation>nicht in der Stelle: {what} · Wahrscheinlichkeit des Modells {percent}</translation>
  </message>
  <message>
   <source>p. {label} ({n} in the file)</source>
   <translation>S. {label} ({n} in der Datei)</translation>
  </message>
  <message>
   <source>p. {n}</source>
   <translation>S. {n}</translation>
  </message>
  <message>
   <source>{document} p. {pages}</source>
   <translation>{document} S. {pages}</translation>
  </message>
  <message>
   <source>{n} of {all} found by earlier runs of this matter, and judged anew for this question.</source>
   <translation>{n} von {all} von früheren Läufen in dieser Akte gefunden und für diese Frage neu beurteilt.</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} Seiten</translation>
  </message>
 </context>
 <context>
  <name>chronology</name>
  <message>
   <source>d MMM yyyy</source>
   <translation>d. MMM yyyy</translation>
  </message>
 </context>
 <context>
  <name>run</name>
  <message>
   <source>Checking what earlier runs found</source>
   <translation>Prüft, was frühere Läufe gefunden haben</translation>
  </message>
  <message>
   <source>Everything is read, in about {0} parts</source>
   <translation>Alles wird gelesen, in etwa {0} Teilen</translation>
  </message>
  <message>
   <source>Measuring how this model runs best here, once</source>
   <translation>Misst einmal, wie dieses Modell hier am besten läuft</translation>
  </message>
  <message>
   <source>No passage that was read states it.</source>
   <translation>Keine gelesene Stelle sagt es.</translation>
  </message>
  <message>
   <source>Reading the whole text at once</source>
   <translation>Liest den ganzen Text auf einmal</translation>
  </message>
  <message>
   <source>Reading what every question begins with</source>
   <translation>Liest, womit jede Frage beginnt</translation>
  </message>
  <message>
   <source>Stopped by the reviewer.</source>
   <translation>Von Ihnen angehalten.</translation>
  </message>
  <message>
   <source>Stopped: the limit of {0} seconds was reached.</source>
   <translation>Angehalten: Die Grenze von {0} Sekunden war erreicht.</translation>
  </message>
  <message>
   <source>Stopped: the limit of {0} sub-calls was reached.</source>
   <translation>Angehalten: Die Grenze von {0} Unteraufrufen war erreicht.</translation>
  </message>
  <message>
   <source>Stopped: the limit of {0} tokens was reached.</source>
   <translation>Angehalten: Die Grenze von {0} Tokens war erreicht.</translation>
  </message>
  <message>
   <source>Stopped: the limit of {0} turns was reached.</source>
   <translation>Angehalten: Die Grenze von {0} Schritten war erreicht.</translation>
  </message>
  <message>
   <source>Sub-call {0} of {1} answered</source>
   <translation>Unteraufruf {0} von {1} beantwortet</translation>
  </message>
  <message>
   <source>Turn {0}: running the cell</source>
   <translation>Schritt {0}: Die Zelle wird ausgeführt</translation>
  </message>
  <message>
   <source>Turn {0}: the model writes the next step</source>
   <translation>Schritt {0}: Das Modell schreibt das Nächste</translation>
  </message>
  <message>
   <source>{0} findings put in short</source>
   <translation>{0} Funde zusammengefasst</translation>
  </message>
  <message>
   <source>{0} passages judged</source>
   <translation>{0} Stellen beurteilt</translation>
  </message>
 </context>
</TS>
