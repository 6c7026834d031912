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
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
 </context>
 <context>
  <name>AnswerPanel</name>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
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
   <source>Questions to begin with</source>
   <translation>Fragen für den Anfang</translation>
  </message>
  <message>
   <source>Replay</source>
   <translation>Wiedergabe</translation>
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
   <source>Sources disagree</source>
   <translation>Quellen widersprechen sich</translation>
  </message>
  <message>
   <source>no evidence</source>
   <translation>kein Beleg</translation>
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
   <source>Accept citation {n}</source>
   <translation>Beleg {n} annehmen</translation>
  </message>
  <message>
   <source>Flag citation {n}</source>
   <translation>Beleg {n} vormerken</translation>
  </message>
  <message>
   <source>Reject citation {n}</source>
   <translation>Beleg {n} ablehnen</translation>
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
  <name>CrashGuard</name>
  <message>
   <source>Once more:</source>
   <translation>Noch einmal:</translation>
  </message>
  <message>
   <source>{n} times more:</source>
   <translation>Noch {n}-mal:</translation>
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
   <source>Needs its password</source>
   <translation>Braucht das Passwort</translation>
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
  <name>EarlierButton</name>
  <message>
   <source>{words}
Judged anew for this question. Click to show that run.</source>
   <translation>{words}
Für diese Frage neu beurteilt. Ein Klick zeigt jenen Lauf.</translation>
  </message>
 </context>
 <context>
  <name>Exports</name>
  <message>
   <source>Chronology</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Export all questions</source>
   <translation>Alle Fragen exportieren</translation>
  </message>
  <message>
   <source>Export report</source>
   <translation>Bericht exportieren</translation>
  </message>
  <message>
   <source>Export the chronology</source>
   <translation>Zeitleiste exportieren</translation>
  </message>
  <message>
   <source>Export the table</source>
   <translation>Tabelle exportieren</translation>
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
   <source>1 more error in Pincite</source>
   <translation>1 weiterer Fehler in Pincite</translation>
  </message>
  <message>
   <source>Fetch the model</source>
   <translation>Modell holen</translation>
  </message>
  <message>
   <source>Fetch…</source>
   <translation>Holen…</translation>
  </message>
  <message>
   <source>Show what went wrong</source>
   <translation>Zeigen, was schiefging</translation>
  </message>
  <message>
   <source>{n} more errors in Pincite</source>
   <translation>{n} weitere Fehler in Pincite</translation>
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
   <source>Reading {n} of {total}</source>
   <translation>Liest {n} von {total}</translation>
  </message>
 </context>
 <context>
  <name>ImportProblems</name>
  <message>
   <source>1 file was left out</source>
   <translation>1 Datei wurde ausgelassen</translation>
  </message>
  <message>
   <source>1 file was not read.</source>
   <translation>1 Datei wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>1 needs its password.</source>
   <translation>1 braucht ihr Passwort.</translation>
  </message>
  <message>
   <source>Show first</source>
   <translation>Zuerst zeigen</translation>
  </message>
  <message>
   <source>Show which</source>
   <translation>Zeigen, welche</translation>
  </message>
  <message>
   <source>There is no document in this folder.</source>
   <translation>In diesem Ordner ist kein Dokument.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>files without an ending</source>
   <translation>Dateien ohne Endung</translation>
  </message>
  <message>
   <source>{count}: Pincite does not read {kinds}.</source>
   <translation>{count}: Pincite liest keine {kinds}.</translation>
  </message>
  <message>
   <source>{name} needs its password: click it in the list.</source>
   <translation>{name} braucht ein Passwort: in der Liste anklicken.</translation>
  </message>
  <message>
   <source>{n} files were left out</source>
   <translation>{n} Dateien wurden ausgelassen</translation>
  </message>
  <message>
   <source>{n} files were not read.</source>
   <translation>{n} Dateien wurden nicht gelesen.</translation>
  </message>
  <message>
   <source>{n} need their password.</source>
   <translation>{n} brauchen ihr Passwort.</translation>
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
  <name>Leaving</name>
  <message>
   <source>&amp;Stop the run</source>
   <translation>Lauf &amp;anhalten</translation>
  </message>
  <message>
   <source>A run is going on</source>
   <translation>Ein Lauf ist im Gange</translation>
  </message>
  <message>
   <source>Opening another matter stops the run that is going on.</source>
   <translation>Eine andere Akte zu öffnen hält den Lauf an, der im Gange ist.</translation>
  </message>
  <message>
   <source>What it has found so far is kept in this matter.</source>
   <translation>Was er bis jetzt gefunden hat, bleibt in dieser Akte.</translation>
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
  <name>LongWork</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Set initials</source>
   <translation>Kürzel eintragen</translation>
  </message>
  <message>
   <source>Verdicts are kept with your initials, once these are set.</source>
   <translation>Urteile werden mit Ihrem Kürzel aufbewahrt, sobald es eingetragen ist.</translation>
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
   <source>Drop to add to this matter</source>
   <translation>Loslassen, um sie dieser Akte hinzuzufügen</translation>
  </message>
  <message>
   <source>Drop to open this matter</source>
   <translation>Loslassen, um diese Akte zu öffnen</translation>
  </message>
  <message>
   <source>Encrypted document</source>
   <translation>Verschlüsseltes Dokument</translation>
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
   <source>As they were added</source>
   <translation>Wie hinzugefügt</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Nach Namen</translation>
  </message>
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
   <source>Longest first</source>
   <translation>Längste zuerst</translation>
  </message>
  <message>
   <source>No documents yet.
Drop files here, or add them with the button above.</source>
   <translation>Noch keine Dokumente.
Legen Sie Dateien hier ab, oder fügen Sie sie mit dem Knopf oben hinzu.</translation>
  </message>
  <message>
   <source>Order of the documents</source>
   <translation>Reihenfolge der Dokumente</translation>
  </message>
  <message>
   <source>Problems first</source>
   <translation>Probleme zuerst</translation>
  </message>
  <message>
   <source>Questions you ask are kept here, with everything the model read.</source>
   <translation>Ihre Fragen werden hier aufbewahrt, mit allem, was das Modell gelesen hat.</translation>
  </message>
  <message>
   <source>Try to read a&amp;gain</source>
   <translation>Noch einmal &amp;lesen</translation>
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
   <source>Not written: {name}</source>
   <translation>Nicht geschrieben: {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Written: {name}</source>
   <translation>Geschrieben: {name}</translation>
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
  <name>MatterWork</name>
  <message>
   <source>removed document</source>
   <translation>entferntes Dokument</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>Zuletzt &amp;geöffnet</translation>
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
   <source>Page {label}</source>
   <translation>Seite {label}</translation>
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
  <name>PageText</name>
  <message>
   <source>Text of page {label}</source>
   <translation>Text der Seite {label}</translation>
  </message>
  <message>
   <source>There is no text on this page.</source>
   <translation>Auf dieser Seite steht kein Text.</translation>
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
   <translation>Passa&amp;gen liest</translation>
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
  <name>QuestionModel</name>
  <message>
   <source>A date</source>
   <translation>Ein Datum</translation>
  </message>
  <message>
   <source>A number</source>
   <translation>Eine Zahl</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Enthält</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Title in a table</source>
   <translation>Titel in der Tabelle</translation>
  </message>
 </context>
 <context>
  <name>QuestionPanel</name>
  <message>
   <source>Add documents first, then ask about them</source>
   <translation>Fügen Sie erst Dokumente hinzu, dann fragen Sie</translation>
  </message>
  <message>
   <source>Ask a question about these documents</source>
   <translation>Eine Frage zu diesen Dokumenten stellen</translation>
  </message>
  <message>
   <source>At most {minutes} min and {calls} sub-calls.</source>
   <translation>Höchstens {minutes} min und {calls} Unteraufrufe.</translation>
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
  <name>RecipeDialog</name>
  <message>
   <source>&amp;Delete</source>
   <translation>&amp;Löschen</translation>
  </message>
  <message>
   <source>&amp;Lose the changes</source>
   <translation>Änderungen &amp;verwerfen</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Speichern</translation>
  </message>
  <message>
   <source>A recipe is a set of questions to ask of one document after another. Change one and save it as your own; those that come with Pincite can be had back.</source>
   <translation>Ein Rezept ist ein Satz von Fragen, die an ein Dokument nach dem anderen gestellt werden. Jedes lässt sich ändern und als eigenes speichern; die mitgelieferten lassen sich zurückholen.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete your recipe “{title}”?</source>
   <translation>Das eigene Rezept „{title}“ löschen?</translation>
  </message>
  <message>
   <source>Deleted.</source>
   <translation>Gelöscht.</translation>
  </message>
  <message>
   <source>Its questions will be gone; answers to them stay.</source>
   <translation>Seine Fragen sind dann fort; Antworten darauf bleiben.</translation>
  </message>
  <message>
   <source>Make another one out of this</source>
   <translation>Ein weiteres daraus machen</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Pincite's again</source>
   <translation>Wieder das von Pincite</translation>
  </message>
  <message>
   <source>Recipes</source>
   <translation>Rezepte</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save it as your own, or lose the changes?</source>
   <translation>Als eigenes speichern oder die Änderungen verwerfen?</translation>
  </message>
  <message>
   <source>Saved. A table can be filled with it.</source>
   <translation>Gespeichert. Eine Tabelle kann damit gefüllt werden.</translation>
  </message>
  <message>
   <source>The one that comes with Pincite will be in its place.</source>
   <translation>An seiner Stelle steht dann das mitgelieferte.</translation>
  </message>
  <message>
   <source>{title} (copy)</source>
   <translation>{title} (Kopie)</translation>
  </message>
  <message>
   <source>“{title}” was changed.</source>
   <translation>„{title}“ wurde geändert.</translation>
  </message>
 </context>
 <context>
  <name>RecipeForm</name>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Fachgebiet</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Titel</translation>
  </message>
  <message>
   <source>&amp;What it finds out</source>
   <translation>&amp;Was es herausfindet</translation>
  </message>
  <message>
   <source>Add a question</source>
   <translation>Frage hinzufügen</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>Law</source>
   <translation>Recht</translation>
  </message>
  <message>
   <source>Medicine</source>
   <translation>Medizin</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Take it out</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Nach oben</translation>
  </message>
 </context>
 <context>
  <name>ReplayBar</name>
  <message>
   <source>End the replay (Esc)</source>
   <translation>Wiedergabe beenden (Esc)</translation>
  </message>
  <message>
   <source>Found: {answer}</source>
   <translation>Gefunden: {answer}</translation>
  </message>
  <message>
   <source>From the beginning</source>
   <translation>Von vorn</translation>
  </message>
  <message>
   <source>Hold the replay</source>
   <translation>Wiedergabe anhalten</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Nächster Schritt</translation>
  </message>
  <message>
   <source>Not confirmed: {answer}</source>
   <translation>Nicht bestätigt: {answer}</translation>
  </message>
  <message>
   <source>Part {n} of the answer</source>
   <translation>Teil {n} der Antwort</translation>
  </message>
  <message>
   <source>Play on</source>
   <translation>Weiter abspielen</translation>
  </message>
  <message>
   <source>Reads {place}</source>
   <translation>Liest {place}</translation>
  </message>
  <message>
   <source>Step before</source>
   <translation>Schritt zurück</translation>
  </message>
  <message>
   <source>Step of the replay</source>
   <translation>Schritt der Wiedergabe</translation>
  </message>
  <message>
   <source>The answer</source>
   <translation>Die Antwort</translation>
  </message>
  <message>
   <source>The end</source>
   <translation>Das Ende</translation>
  </message>
  <message>
   <source>{n} of {total}</source>
   <translation>{n} von {total}</translation>
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
   <source>cell changed</source>
   <translation>Zelle geändert</translation>
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
   <source>budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>reads {n} tokens/s</source>
   <translation>liest {n} Tokens/s</translation>
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
   <source>writes {n}/s</source>
   <translation>schreibt {n}/s</translation>
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
   <source>{percent} of {limit} left</source>
   <translation>{limit}: noch {percent}</translation>
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
   <source>Waiting for the keyring of this machine…</source>
   <translation>Warten auf den Schlüsselbund dieses Rechners…</translation>
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
  <name>ShelfModel</name>
  <message>
   <source>1 question</source>
   <translation>1 Frage</translation>
  </message>
  <message>
   <source>{n} questions</source>
   <translation>{n} Fragen</translation>
  </message>
  <message>
   <source>{questions} · your own</source>
   <translation>{questions} · eigenes</translation>
  </message>
  <message>
   <source>{questions} · your own, in place of Pincite's</source>
   <translation>{questions} · eigenes, anstelle des mitgelieferten</translation>
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
   <source>First page</source>
   <translation>Startseite</translation>
  </message>
  <message>
   <source>First, the model</source>
   <translation>Zuerst das Modell</translation>
  </message>
  <message>
   <source>One moment</source>
   <translation>Einen Augenblick</translation>
  </message>
  <message>
   <source>Opening the matter</source>
   <translation>Die Akte wird geöffnet</translation>
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
   <source>Reading the documents</source>
   <translation>Die Dokumente werden gelesen</translation>
  </message>
  <message>
   <source>Recent matters</source>
   <translation>Letzte Akten</translation>
  </message>
  <message>
   <source>The first one is shown as soon as it has been read.</source>
   <translation>Das erste wird gezeigt, sobald es gelesen ist.</translation>
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
   <source>Nothing was found here.</source>
   <translation>Hier wurde nichts gefunden.</translation>
  </message>
  <message>
   <source>Output, as the model saw it</source>
   <translation>Ausgabe, wie sie das Modell sah</translation>
  </message>
  <message>
   <source>Part of the answer</source>
   <translation>Teil der Antwort</translation>
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
   <source>Reply of the model</source>
   <translation>Antwort des Modells</translation>
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
   <translation>Kein Text zu lesen</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Read: p. {pages}</source>
   <translation>Gelesen: S. {pages}</translation>
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
   <source>Recipes: read, edit, make your own</source>
   <translation>Rezepte: lesen, ändern, eigene anlegen</translation>
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
   <source>{column}: nothing</source>
   <translation>{column}: nichts</translation>
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
  <name>UnreadDialog</name>
  <message>
   <source>Not read</source>
   <translation>Nicht gelesen</translation>
  </message>
  <message>
   <source>Pincite reads PDF, Word (.docx), HTML, Markdown and text. A file of another kind can be added once it is saved as one of these.</source>
   <translation>Pincite liest PDF, Word (.docx), HTML, Markdown und Text. Eine Datei anderer Art kann hinzugefügt werden, sobald sie in einer dieser Formen gespeichert ist.</translation>
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
  <name>WorkLine</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel preparing search by meaning</source>
   <translation>Vorbereiten der Suche nach Bedeutung abbrechen</translation>
  </message>
  <message>
   <source>Cancel writing the file</source>
   <translation>Schreiben der Datei abbrechen</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on preparing search by meaning</source>
   <translation>Suche nach Bedeutung weiter vorbereiten</translation>
  </message>
  <message>
   <source>Preparing search by meaning · {done} of {total} sentences</source>
   <translation>Suche nach Bedeutung wird vorbereitet · {done} von {total} Sätzen</translation>
  </message>
  <message>
   <source>Search by meaning is not ready</source>
   <translation>Suche nach Bedeutung ist nicht bereit</translation>
  </message>
  <message>
   <source>Until it is, passages in other words than the question's may be missed.</source>
   <translation>Bis dahin können Stellen fehlen, die etwas mit anderen Worten sagen als die Frage.</translation>
  </message>
  <message>
   <source>Writing {name}…</source>
   <translation>{name} wird geschrieben…</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Pincite</source>
   <translation>Über &amp;Pincite</translation>
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
   <source>&amp;Commands…</source>
   <translation>&amp;Befehle…</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Export report…</source>
   <translation>B&amp;ericht exportieren…</translation>
  </message>
  <message>
   <source>&amp;Find in document</source>
   <translation>Im &amp;Dokument suchen</translation>
  </message>
  <message>
   <source>&amp;Follow the reading</source>
   <translation>Dem Lesen &amp;folgen</translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation>V&amp;or</translation>
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
   <source>&amp;Matter</source>
   <translation>A&amp;kte</translation>
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
   <translation>Na&amp;chtseiten</translation>
  </message>
  <message>
   <source>&amp;Open matter…</source>
   <translation>Akte ö&amp;ffnen…</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Einfügen</translation>
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
   <translation>Frage &amp;und Antwort</translation>
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
   <source>&amp;Stop</source>
   <translation>&amp;Anhalten</translation>
  </message>
  <message>
   <source>&amp;Two pages</source>
   <translation>Z&amp;wei Seiten</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>Rück&amp;gängig</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>&amp;Zoom in</source>
   <translation>&amp;Vergrößern</translation>
  </message>
  <message>
   <source>A services agreement, a patient record and a scan to try</source>
   <translation>Ein Dienstleistungsvertrag, eine Patientenakte und ein Scan zum Ausprobieren</translation>
  </message>
  <message>
   <source>Accept the active citation, or take that back</source>
   <translation>Den gezeigten Beleg annehmen, oder das zurücknehmen</translation>
  </message>
  <message>
   <source>Accept the c&amp;itation</source>
   <translation>Beleg anneh&amp;men</translation>
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
   <source>Add tag&amp;s…</source>
   <translation>&amp;Schlagwörter hinzufügen…</translation>
  </message>
  <message>
   <source>Ask &amp;again</source>
   <translation>E&amp;rneut fragen</translation>
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
   <source>C&amp;hronology</source>
   <translation>&amp;Zeitleiste</translation>
  </message>
  <message>
   <source>Change a cell of the run on show; a new run goes on from there</source>
   <translation>Eine Zelle des gezeigten Laufs ändern; ein neuer Lauf geht von dort weiter</translation>
  </message>
  <message>
   <source>Copy &amp;answer with sources</source>
   <translation>Antwort mit &amp;Quellen kopieren</translation>
  </message>
  <message>
   <source>Copy &amp;with citation</source>
   <translation>Mit &amp;Fundstelle kopieren</translation>
  </message>
  <message>
   <source>Copy the selection</source>
   <translation>Die Auswahl kopieren</translation>
  </message>
  <message>
   <source>Copy the selection with document and page</source>
   <translation>Die Auswahl mit Dokument und Seite kopieren</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Ausschneiden</translation>
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
   <source>Export a&amp;ll questions…</source>
   <translation>A&amp;lle Fragen exportieren…</translation>
  </message>
  <message>
   <source>Export the &amp;chronology…</source>
   <translation>&amp;Zeitleiste exportieren…</translation>
  </message>
  <message>
   <source>Export the &amp;table…</source>
   <translation>&amp;Tabelle exportieren…</translation>
  </message>
  <message>
   <source>Fetch, choose and remove models</source>
   <translation>Modelle holen, wählen und entfernen</translation>
  </message>
  <message>
   <source>Find any command by its name</source>
   <translation>Jeden Befehl nach seinem Namen finden</translation>
  </message>
  <message>
   <source>Find ne&amp;xt</source>
   <translation>Weitersu&amp;chen</translation>
  </message>
  <message>
   <source>Find pre&amp;vious</source>
   <translation>&amp;Rückwärts suchen</translation>
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
   <source>Fla&amp;g the citation</source>
   <translation>Beleg &amp;vormerken</translation>
  </message>
  <message>
   <source>Flag the active citation, or take that back</source>
   <translation>Den gezeigten Beleg vormerken, oder das zurücknehmen</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Go on with a run that was stopped or interrupted</source>
   <translation>Einen angehaltenen oder unterbrochenen Lauf fortsetzen</translation>
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
   <source>L&amp;eft side</source>
   <translation>Linke Sei&amp;te</translation>
  </message>
  <message>
   <source>L&amp;ight or dark</source>
   <translation>&amp;Hell oder dunkel</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>Größere Schrift</translation>
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
   <translation>Beispiel&amp;akte öffnen</translation>
  </message>
  <message>
   <source>Pr&amp;eferences…</source>
   <translation>Einstell&amp;ungen…</translation>
  </message>
  <message>
   <source>Pre&amp;vious panel</source>
   <translation>Vo&amp;rheriger Bereich</translation>
  </message>
  <message>
   <source>Put this run's question in the question box</source>
   <translation>Die Frage dieses Laufs in das Fragefeld setzen</translation>
  </message>
  <message>
   <source>R&amp;ecipes…</source>
   <translation>Rezep&amp;te…</translation>
  </message>
  <message>
   <source>Re&amp;ject the citation</source>
   <translation>&amp;Beleg ablehnen</translation>
  </message>
  <message>
   <source>Re&amp;move document</source>
   <translation>&amp;Dokument entfernen</translation>
  </message>
  <message>
   <source>Read, edit and save sets of questions</source>
   <translation>Sätze von Fragen lesen, ändern und speichern</translation>
  </message>
  <message>
   <source>Reject the active citation, or take that back</source>
   <translation>Den gezeigten Beleg ablehnen, oder das zurücknehmen</translation>
  </message>
  <message>
   <source>Repla&amp;y the run</source>
   <translation>&amp;Lauf wiedergeben</translation>
  </message>
  <message>
   <source>Res&amp;ume the run</source>
   <translation>Lau&amp;f fortsetzen</translation>
  </message>
  <message>
   <source>Sa&amp;ve matter as…</source>
   <translation>Akte &amp;speichern unter…</translation>
  </message>
  <message>
   <source>Save a mar&amp;ked copy…</source>
   <translation>Mar&amp;kierte Kopie speichern…</translation>
  </message>
  <message>
   <source>Scroll along with what the model reads</source>
   <translation>Mit dem mitrollen, was das Modell liest</translation>
  </message>
  <message>
   <source>Select a&amp;ll</source>
   <translation>A&amp;lles auswählen</translation>
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
   <source>Show small pa&amp;ges</source>
   <translation>&amp;Kleine Seiten zeigen</translation>
  </message>
  <message>
   <source>Show the &amp;matter</source>
   <translation>Akt&amp;e zeigen</translation>
  </message>
  <message>
   <source>Show the o&amp;utline</source>
   <translation>Gl&amp;iederung zeigen</translation>
  </message>
  <message>
   <source>Small pictures of all pages</source>
   <translation>Kleine Bilder aller Seiten</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>Kleinere Schrift</translation>
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
   <source>Tra&amp;ce</source>
   <translation>&amp;Ablauf</translation>
  </message>
  <message>
   <source>Turn the pages by a quarter</source>
   <translation>Die Seiten um ein Viertel drehen</translation>
  </message>
  <message>
   <source>Two documents &amp;side by side</source>
   <translation>Zwei Dokume&amp;nte nebeneinander</translation>
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
   <source>Write every question and its answer to PDF, HTML or Markdown</source>
   <translation>Jede Frage mit ihrer Antwort als PDF, HTML oder Markdown schreiben</translation>
  </message>
  <message>
   <source>Write the dates in cited passages to PDF, Excel, CSV or HTML</source>
   <translation>Die Daten in belegten Stellen als PDF, Excel, CSV oder HTML schreiben</translation>
  </message>
  <message>
   <source>Write the table to Excel, CSV, HTML or JSON</source>
   <translation>Die Tabelle als Excel, CSV, HTML oder JSON schreiben</translation>
  </message>
  <message>
   <source>Write this run to PDF, HTML or Markdown</source>
   <translation>Diesen Lauf als PDF, HTML oder Markdown schreiben</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Ve&amp;rkleinern</translation>
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
   <source>1 statement</source>
   <translation>1 Aussage</translation>
  </message>
  <message>
   <source>1 sub-call</source>
   <translation>1 Unteraufruf</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
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
   <source>Flagged</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>Found by earlier runs of this matter, and judged anew for this question.</source>
   <translation>Von früheren Läufen in dieser Akte gefunden und für diese Frage neu beurteilt.</translation>
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
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
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
   <source>asked about {place}</source>
   <translation>gefragt zu {place}</translation>
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
   <source>with a cell changed by the reviewer</source>
   <translation>mit einer geänderten Zelle</translation>
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
  <message>
   <source>{n} statements</source>
   <translation>{n} Aussagen</translation>
  </message>
  <message>
   <source>{n} sub-calls</source>
   <translation>{n} Unteraufrufe</translation>
  </message>
  <message>
   <source>{verdict} by {initials}, {time}</source>
   <translation>{verdict}: {initials}, {time}</translation>
  </message>
  <message>
   <source>{verdict}, {time}</source>
   <translation>{verdict}, {time}</translation>
  </message>
 </context>
 <context>
  <name>chronology</name>
  <message>
   <source>MMMM yyyy</source>
   <translation>MMMM yyyy</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <translation>d. MMM yyyy</translation>
  </message>
 </context>
 <context>
  <name>citation</name>
  <message>
   <source>p. {first}</source>
   <translation>S. {first}</translation>
  </message>
  <message>
   <source>pp. {first}–{last}</source>
   <translation>S. {first}–{last}</translation>
  </message>
 </context>
 <context>
  <name>matters</name>
  <message>
   <source>Samples</source>
   <translation>Beispiele</translation>
  </message>
  <message>
   <source>Untitled matter</source>
   <translation>Akte ohne Namen</translation>
  </message>
  <message>
   <source>{title}, {time}</source>
   <translation>{title}, {time}</translation>
  </message>
 </context>
 <context>
  <name>numerals</name>
  <message>
   <source>about {time} left</source>
   <translation>noch etwa {time}</translation>
  </message>
  <message>
   <source>d MMM yyyy, HH:mm</source>
   <translation>d. MMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>{n}%</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
 </context>
 <context>
  <name>phrase</name>
  <message>
   <source>, …</source>
   <translation>, …</translation>
  </message>
  <message>
   <source>1 page has</source>
   <translation>1 Seite enthält</translation>
  </message>
  <message>
   <source>1 page looks</source>
   <translation>1 Seite sieht</translation>
  </message>
  <message>
   <source>CPU, {0} {1}</source>
   <translation>CPU, {0} {1}</translation>
  </message>
  <message>
   <source>GPU</source>
   <translation>GPU</translation>
  </message>
  <message>
   <source>PINCITE_SERVER_KEY</source>
   <translation>PINCITE_SERVER_KEY</translation>
  </message>
  <message>
   <source>a compressed archive</source>
   <translation>ein gepacktes Archiv</translation>
  </message>
  <message>
   <source>a file without an ending</source>
   <translation>Datei ohne Endung</translation>
  </message>
  <message>
   <source>a picture (GIF)</source>
   <translation>ein Bild (GIF)</translation>
  </message>
  <message>
   <source>a picture (JPEG)</source>
   <translation>ein Bild (JPEG)</translation>
  </message>
  <message>
   <source>a picture (PNG)</source>
   <translation>ein Bild (PNG)</translation>
  </message>
  <message>
   <source>a picture (TIFF)</source>
   <translation>ein Bild (TIFF)</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>ein Programm</translation>
  </message>
  <message>
   <source>a rich text file (RTF)</source>
   <translation>eine RTF-Datei</translation>
  </message>
  <message>
   <source>an archive</source>
   <translation>ein Archiv</translation>
  </message>
  <message>
   <source>an old or encrypted Office file</source>
   <translation>eine alte oder verschlüsselte Office-Datei</translation>
  </message>
  <message>
   <source>at all</source>
   <translation>irgendwo</translation>
  </message>
  <message>
   <source>in `{0}`</source>
   <translation>in `{0}`</translation>
  </message>
  <message>
   <source>it gave no reason</source>
   <translation>ohne Angabe von Gründen</translation>
  </message>
  <message>
   <source>it gives no reason.</source>
   <translation>ohne Angabe von Gründen.</translation>
  </message>
  <message>
   <source>more than one run</source>
   <translation>mehr als einen Lauf</translation>
  </message>
  <message>
   <source>named {0} but is not</source>
   <translation>{0} genannt, ist aber keine</translation>
  </message>
  <message>
   <source>no run</source>
   <translation>keinen Lauf</translation>
  </message>
  <message>
   <source>no source is known for it</source>
   <translation>keine Quelle dafür bekannt</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>not</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>reading it took longer than {0} seconds</source>
   <translation>Das Lesen dauerte länger als {0} Sekunden</translation>
  </message>
  <message>
   <source>the limit of {0} seconds was reached</source>
   <translation>Die Grenze von {0} Sekunden war erreicht</translation>
  </message>
  <message>
   <source>the limit of {0} sub-calls was reached</source>
   <translation>Die Grenze von {0} Unteraufrufen war erreicht</translation>
  </message>
  <message>
   <source>the limit of {0} tokens was reached</source>
   <translation>Die Grenze von {0} Tokens war erreicht</translation>
  </message>
  <message>
   <source>the limit of {0} turns was reached</source>
   <translation>Die Grenze von {0} Schritten war erreicht</translation>
  </message>
  <message>
   <source>the parser process does not start ({0})</source>
   <translation>Der Leseprozess startet nicht ({0})</translation>
  </message>
  <message>
   <source>the parser process ended ({0}): it is damaged, or needs more than {1} of memory</source>
   <translation>Der Leseprozess brach ab ({0}): Die Datei ist beschädigt oder braucht mehr als {1} Arbeitsspeicher</translation>
  </message>
  <message>
   <source>the parser process gave no sensible answer</source>
   <translation>Der Leseprozess gab keine brauchbare Antwort</translation>
  </message>
  <message>
   <source>thread</source>
   <translation>Thread</translation>
  </message>
  <message>
   <source>threads</source>
   <translation>Threads</translation>
  </message>
  <message>
   <source>{0} GB</source>
   <translation>{0} GB</translation>
  </message>
  <message>
   <source>{0} MB</source>
   <translation>{0} MB</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} und {1} weitere</translation>
  </message>
  <message>
   <source>{0} graphics here</source>
   <translation>die {0}-Grafik</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>{0} h {1} min</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} min</translation>
  </message>
  <message>
   <source>{0} of {1} layers on GPU {2}, the rest on {3}</source>
   <translation>{0} von {1} Schichten auf GPU {2}, der Rest auf {3}</translation>
  </message>
  <message>
   <source>{0} pages have</source>
   <translation>{0} Seiten enthalten</translation>
  </message>
  <message>
   <source>{0} pages look</source>
   <translation>{0} Seiten sehen</translation>
  </message>
 </context>
 <context>
  <name>place</name>
  <message>
   <source>The models are in the Help menu.</source>
   <translation>Die Modelle stehen im Menü Hilfe.</translation>
  </message>
  <message>
   <source>The server is in the Help menu, under Models.</source>
   <translation>Der Server steht im Menü Hilfe unter Modelle.</translation>
  </message>
 </context>
 <context>
  <name>recipe</name>
  <message>
   <source>Abnormal results</source>
   <translation>Auffällige Befunde</translation>
  </message>
  <message>
   <source>Admissions</source>
   <translation>Aufnahmen</translation>
  </message>
  <message>
   <source>After how long may the agreement be ended because of force majeure?</source>
   <translation>Nach welcher Zeit darf der Vertrag wegen höherer Gewalt beendet werden?</translation>
  </message>
  <message>
   <source>After the end</source>
   <translation>Nach dem Ende</translation>
  </message>
  <message>
   <source>All deadlines</source>
   <translation>Alle Fristen</translation>
  </message>
  <message>
   <source>Allergies</source>
   <translation>Allergien</translation>
  </message>
  <message>
   <source>Allergies and contradictions</source>
   <translation>Allergien und Widersprüche</translation>
  </message>
  <message>
   <source>Allergies and intolerances, and where entries of the record disagree about them.</source>
   <translation>Allergien und Unverträglichkeiten, und wo sich Einträge der Akte darüber widersprechen.</translation>
  </message>
  <message>
   <source>Amended terms</source>
   <translation>Geänderte Bestimmungen</translation>
  </message>
  <message>
   <source>Anticoagulant</source>
   <translation>Gerinnungshemmer</translation>
  </message>
  <message>
   <source>Assignment</source>
   <translation>Abtretung</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>By when must a claim or dispute be notified?</source>
   <translation>Bis wann muss ein Anspruch oder Streit angezeigt werden?</translation>
  </message>
  <message>
   <source>Cap</source>
   <translation>Haftungsgrenze</translation>
  </message>
  <message>
   <source>Caps and their exceptions, what is excluded, who indemnifies whom, and insurance.</source>
   <translation>Haftungsgrenzen und ihre Ausnahmen, was ausgeschlossen ist, wer wen freistellt, und Versicherungen.</translation>
  </message>
  <message>
   <source>Care elsewhere</source>
   <translation>Anderswo behandelt</translation>
  </message>
  <message>
   <source>Change of control</source>
   <translation>Kontrollwechsel</translation>
  </message>
  <message>
   <source>Changes of dose</source>
   <translation>Dosisänderungen</translation>
  </message>
  <message>
   <source>Chronology</source>
   <translation>Zeitverlauf</translation>
  </message>
  <message>
   <source>Conduct of claims</source>
   <translation>Führung von Ansprüchen</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>Consequences</source>
   <translation>Folgen</translation>
  </message>
  <message>
   <source>Contrast, latex, adhesive</source>
   <translation>Kontrastmittel, Latex, Pflaster</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>Berichtigungen</translation>
  </message>
  <message>
   <source>Critical</source>
   <translation>Kritisch</translation>
  </message>
  <message>
   <source>Current medications</source>
   <translation>Derzeitige Medikamente</translation>
  </message>
  <message>
   <source>Customer must</source>
   <translation>Kunde muss</translation>
  </message>
  <message>
   <source>Date of agreement</source>
   <translation>Vertragsdatum</translation>
  </message>
  <message>
   <source>Date, provider, event</source>
   <translation>Datum, Behandler, Ereignis</translation>
  </message>
  <message>
   <source>Disproved</source>
   <translation>Widerlegt</translation>
  </message>
  <message>
   <source>Does the agreement bind a party to exclusivity or forbid it to compete?</source>
   <translation>Bindet der Vertrag eine Partei ausschließlich oder verbietet er ihr Wettbewerb?</translation>
  </message>
  <message>
   <source>Does the agreement renew itself unless notice is given?</source>
   <translation>Verlängert sich der Vertrag von selbst, wenn nicht gekündigt wird?</translation>
  </message>
  <message>
   <source>Does the patient take an anticoagulant, and at what dose?</source>
   <translation>Nimmt der Patient einen Gerinnungshemmer ein, und in welcher Dosis?</translation>
  </message>
  <message>
   <source>ECG and echo</source>
   <translation>EKG und Echo</translation>
  </message>
  <message>
   <source>Earliest</source>
   <translation>Frühester</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Endet</translation>
  </message>
  <message>
   <source>Excluded losses</source>
   <translation>Ausgeschlossene Schäden</translation>
  </message>
  <message>
   <source>Exclusivity</source>
   <translation>Ausschließlichkeit</translation>
  </message>
  <message>
   <source>Follow-up advised</source>
   <translation>Empfohlene Kontrolle</translation>
  </message>
  <message>
   <source>For breach</source>
   <translation>Wegen Verletzung</translation>
  </message>
  <message>
   <source>For convenience</source>
   <translation>Ordentlich</translation>
  </message>
  <message>
   <source>For what is liability not limited or excluded?</source>
   <translation>Wofür ist die Haftung nicht begrenzt oder ausgeschlossen?</translation>
  </message>
  <message>
   <source>Force majeure</source>
   <translation>Höhere Gewalt</translation>
  </message>
  <message>
   <source>Form of notice</source>
   <translation>Form der Kündigung</translation>
  </message>
  <message>
   <source>Gaps in the record</source>
   <translation>Lücken in der Akte</translation>
  </message>
  <message>
   <source>Given nevertheless</source>
   <translation>Dennoch gegeben</translation>
  </message>
  <message>
   <source>How and to whom must a notice of termination be given?</source>
   <translation>Wie und wem gegenüber muss eine Kündigung erklärt werden?</translation>
  </message>
  <message>
   <source>How is the agreement renewed or extended, and by when must notice of that be given?</source>
   <translation>Wie wird der Vertrag erneuert oder verlängert, und bis wann muss das angezeigt werden?</translation>
  </message>
  <message>
   <source>How must a claim under an indemnity be notified and conducted?</source>
   <translation>Wie muss ein Anspruch aus einer Freistellung angezeigt und geführt werden?</translation>
  </message>
  <message>
   <source>Imaging</source>
   <translation>Bildgebung</translation>
  </message>
  <message>
   <source>Indemnities</source>
   <translation>Freistellungen</translation>
  </message>
  <message>
   <source>Insolvency</source>
   <translation>Insolvenz</translation>
  </message>
  <message>
   <source>Insurance</source>
   <translation>Versicherung</translation>
  </message>
  <message>
   <source>Is a party promised prices or terms as good as those of any other customer?</source>
   <translation>Werden einer Partei so gute Preise oder Bedingungen zugesagt wie jedem anderen Kunden?</translation>
  </message>
  <message>
   <source>Is anybody personally liable, by a guarantee or otherwise?</source>
   <translation>Haftet jemand persönlich, durch Bürgschaft oder sonst?</translation>
  </message>
  <message>
   <source>Is consent recorded for each procedure?</source>
   <translation>Ist für jeden Eingriff eine Einwilligung vermerkt?</translation>
  </message>
  <message>
   <source>Is there a minimum purchase, volume or payment?</source>
   <translation>Gibt es eine Mindestabnahme, Mindestmenge oder Mindestzahlung?</translation>
  </message>
  <message>
   <source>Key dates and deadlines</source>
   <translation>Wichtige Daten und Fristen</translation>
  </message>
  <message>
   <source>Laboratory</source>
   <translation>Labor</translation>
  </message>
  <message>
   <source>Latest</source>
   <translation>Spätester</translation>
  </message>
  <message>
   <source>Law and forum</source>
   <translation>Recht und Gericht</translation>
  </message>
  <message>
   <source>Liability and indemnity</source>
   <translation>Haftung und Freistellung</translation>
  </message>
  <message>
   <source>Liquidated damages</source>
   <translation>Pauschaler Schadenersatz</translation>
  </message>
  <message>
   <source>List blood pressures, pulses, temperatures or oxygen saturations that were abnormal.</source>
   <translation>Nenne auffällige Werte von Blutdruck, Puls, Temperatur oder Sauerstoffsättigung.</translation>
  </message>
  <message>
   <source>List each change of a dose: the medication, the old dose, the new dose and the date.</source>
   <translation>Nenne jede Änderung einer Dosis: Medikament, alte Dosis, neue Dosis und Datum.</translation>
  </message>
  <message>
   <source>List each medication that was started, with the date and the reason.</source>
   <translation>Nenne jedes Medikament, das begonnen wurde, mit Datum und Grund.</translation>
  </message>
  <message>
   <source>List each medication that was stopped or held, with the date and the reason.</source>
   <translation>Nenne jedes Medikament, das abgesetzt oder ausgesetzt wurde, mit Datum und Grund.</translation>
  </message>
  <message>
   <source>List every abnormal finding on imaging, with the kind of study and its date.</source>
   <translation>Nenne jeden auffälligen Befund der Bildgebung, mit Art der Untersuchung und Datum.</translation>
  </message>
  <message>
   <source>List every admission to hospital: date of admission, date of discharge, and diagnosis.</source>
   <translation>Nenne jede Aufnahme ins Krankenhaus: Aufnahmedatum, Entlassungsdatum und Diagnose.</translation>
  </message>
  <message>
   <source>List every allergy or intolerance of the patient, with the reaction.</source>
   <translation>Nenne jede Allergie oder Unverträglichkeit des Patienten, mit der Reaktion.</translation>
  </message>
  <message>
   <source>List every deadline: who must do what, and by which date or within how many days.</source>
   <translation>Nenne jede Frist: wer was tun muss, und bis zu welchem Tag oder binnen wie vieler Tage.</translation>
  </message>
  <message>
   <source>List every encounter in order of time: its date, the provider, and what happened.</source>
   <translation>Nenne jeden Kontakt in zeitlicher Folge: Datum, Behandler und was geschah.</translation>
  </message>
  <message>
   <source>List every indemnity: who indemnifies whom, and against what.</source>
   <translation>Nenne jede Freistellung: wer wen freistellt und wovon.</translation>
  </message>
  <message>
   <source>List every laboratory result that is flagged high, low or critical, with value and date.</source>
   <translation>Nenne jeden Laborwert, der als hoch, niedrig oder kritisch gekennzeichnet ist, mit Wert und Datum.</translation>
  </message>
  <message>
   <source>List every operation or procedure with its date and who performed it.</source>
   <translation>Nenne jede Operation oder jeden Eingriff mit Datum und wer ihn vornahm.</translation>
  </message>
  <message>
   <source>List every sum that one party must pay to another, and when it is due.</source>
   <translation>Nenne jeden Betrag, den eine Partei einer anderen zahlen muss, und wann er fällig ist.</translation>
  </message>
  <message>
   <source>List the medications that the patient takes at present, with dose and frequency.</source>
   <translation>Nenne die Medikamente, die der Patient derzeit einnimmt, mit Dosis und Häufigkeit.</translation>
  </message>
  <message>
   <source>List the physicians and other providers who saw the patient, with their speciality.</source>
   <translation>Nenne die Ärzte und anderen Behandler, die den Patienten sahen, mit ihrem Fachgebiet.</translation>
  </message>
  <message>
   <source>List what a party must not do without the other's consent.</source>
   <translation>Nenne, was eine Partei ohne Zustimmung der anderen nicht tun darf.</translation>
  </message>
  <message>
   <source>List what the customer, buyer, tenant or client must do under the agreement.</source>
   <translation>Nenne, was der Kunde, Käufer, Mieter oder Auftraggeber nach dem Vertrag tun muss.</translation>
  </message>
  <message>
   <source>List what the parties must do after the agreement ends.</source>
   <translation>Nenne, was die Parteien nach dem Ende des Vertrags tun müssen.</translation>
  </message>
  <message>
   <source>List what the supplier, seller, landlord or contractor must do under the agreement.</source>
   <translation>Nenne, was der Lieferant, Verkäufer, Vermieter oder Auftragnehmer nach dem Vertrag tun muss.</translation>
  </message>
  <message>
   <source>May a party assign or transfer the agreement without the other's consent?</source>
   <translation>Darf eine Partei den Vertrag ohne Zustimmung der anderen abtreten oder übertragen?</translation>
  </message>
  <message>
   <source>May a party change prices or terms on its own, and how?</source>
   <translation>Darf eine Partei Preise oder Bedingungen allein ändern, und wie?</translation>
  </message>
  <message>
   <source>May a party end the agreement if the other becomes insolvent?</source>
   <translation>Darf eine Partei den Vertrag beenden, wenn die andere zahlungsunfähig wird?</translation>
  </message>
  <message>
   <source>May a party end the agreement without giving a reason, and with how much notice?</source>
   <translation>Darf eine Partei den Vertrag ohne Angabe von Gründen beenden, und mit welcher Frist?</translation>
  </message>
  <message>
   <source>Medications and changes of dose</source>
   <translation>Medikamente und Dosisänderungen</translation>
  </message>
  <message>
   <source>Minimum commitment</source>
   <translation>Mindestabnahme</translation>
  </message>
  <message>
   <source>Missed appointments</source>
   <translation>Versäumte Termine</translation>
  </message>
  <message>
   <source>Monitoring</source>
   <translation>Überwachung</translation>
  </message>
  <message>
   <source>Most favoured</source>
   <translation>Meistbegünstigung</translation>
  </message>
  <message>
   <source>Needs consent</source>
   <translation>Braucht Zustimmung</translation>
  </message>
  <message>
   <source>Not followed up</source>
   <translation>Nicht verfolgt</translation>
  </message>
  <message>
   <source>Not taken</source>
   <translation>Nicht eingenommen</translation>
  </message>
  <message>
   <source>Notice of claims</source>
   <translation>Anzeige von Ansprüchen</translation>
  </message>
  <message>
   <source>Obligations by party</source>
   <translation>Pflichten der Parteien</translation>
  </message>
  <message>
   <source>On what date does the agreement begin or take effect?</source>
   <translation>An welchem Tag beginnt der Vertrag oder tritt er in Kraft?</translation>
  </message>
  <message>
   <source>On what date was the agreement signed or made?</source>
   <translation>An welchem Tag wurde der Vertrag unterschrieben oder geschlossen?</translation>
  </message>
  <message>
   <source>Ownership of work</source>
   <translation>Rechte am Werk</translation>
  </message>
  <message>
   <source>Parties</source>
   <translation>Parteien</translation>
  </message>
  <message>
   <source>Pathology</source>
   <translation>Pathologie</translation>
  </message>
  <message>
   <source>Payment due</source>
   <translation>Zahlungsfrist</translation>
  </message>
  <message>
   <source>Payment on exit</source>
   <translation>Zahlung bei Ende</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Pending</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Penicillin</source>
   <translation>Penicillin</translation>
  </message>
  <message>
   <source>Personal liability</source>
   <translation>Persönliche Haftung</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>Eingriffe</translation>
  </message>
  <message>
   <source>Providers</source>
   <translation>Behandler</translation>
  </message>
  <message>
   <source>Renewal</source>
   <translation>Verlängerung</translation>
  </message>
  <message>
   <source>Renews itself</source>
   <translation>Verlängert sich</translation>
  </message>
  <message>
   <source>Reports and notices</source>
   <translation>Berichte und Anzeigen</translation>
  </message>
  <message>
   <source>Results outside their range or called abnormal, and what was done about them.</source>
   <translation>Befunde außerhalb ihres Bereichs oder als auffällig bezeichnet, und was darauf geschah.</translation>
  </message>
  <message>
   <source>Said to be missing</source>
   <translation>Laut Akte fehlend</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Abgesetzt</translation>
  </message>
  <message>
   <source>Supplier must</source>
   <translation>Lieferant muss</translation>
  </message>
  <message>
   <source>Takes effect</source>
   <translation>In Kraft ab</translation>
  </message>
  <message>
   <source>Termination</source>
   <translation>Kündigung</translation>
  </message>
  <message>
   <source>Terms that are easily overlooked and costly to miss.</source>
   <translation>Bestimmungen, die leicht übersehen werden und dann teuer sind.</translation>
  </message>
  <message>
   <source>To be avoided</source>
   <translation>Zu meiden</translation>
  </message>
  <message>
   <source>Uncapped</source>
   <translation>Unbegrenzt</translation>
  </message>
  <message>
   <source>Unilateral change</source>
   <translation>Einseitige Änderung</translation>
  </message>
  <message>
   <source>Unusual clauses</source>
   <translation>Ungewöhnliche Klauseln</translation>
  </message>
  <message>
   <source>Vital signs</source>
   <translation>Vitalzeichen</translation>
  </message>
  <message>
   <source>Was the patient given a medication to which an allergy or intolerance is recorded?</source>
   <translation>Erhielt der Patient ein Medikament, gegen das eine Allergie oder Unverträglichkeit vermerkt ist?</translation>
  </message>
  <message>
   <source>What did biopsies or pathology reports find?</source>
   <translation>Was ergaben Biopsien oder Berichte der Pathologie?</translation>
  </message>
  <message>
   <source>What do electrocardiograms and echocardiograms show that is abnormal?</source>
   <translation>Was zeigen Elektrokardiogramme und Echokardiogramme an Auffälligem?</translation>
  </message>
  <message>
   <source>What does the record say about penicillin?</source>
   <translation>Was sagt die Akte über Penicillin?</translation>
  </message>
  <message>
   <source>What does the record say about reactions to contrast media, latex or adhesives?</source>
   <translation>Was sagt die Akte über Reaktionen auf Kontrastmittel, Latex oder Pflaster?</translation>
  </message>
  <message>
   <source>What happened and when: the date, the provider and the event of each encounter.</source>
   <translation>Was wann geschah: Datum, Behandler und Ereignis jedes Kontakts.</translation>
  </message>
  <message>
   <source>What happens on a change of control of a party?</source>
   <translation>Was geschieht, wenn die Kontrolle über eine Partei wechselt?</translation>
  </message>
  <message>
   <source>What is recorded about doses that were missed or medications not taken as prescribed?</source>
   <translation>Was ist über ausgelassene Dosen oder nicht wie verordnet eingenommene Medikamente vermerkt?</translation>
  </message>
  <message>
   <source>What is said to be missing, was never followed up, or is mentioned but not included.</source>
   <translation>Was laut Akte fehlt, nie weiterverfolgt wurde oder erwähnt, aber nicht enthalten ist.</translation>
  </message>
  <message>
   <source>What is the date of the earliest encounter in the record?</source>
   <translation>Welches Datum hat der früheste Kontakt in der Akte?</translation>
  </message>
  <message>
   <source>What is the date of the latest encounter in the record?</source>
   <translation>Welches Datum hat der späteste Kontakt in der Akte?</translation>
  </message>
  <message>
   <source>What is the limit or cap on a party's total liability?</source>
   <translation>Wie hoch ist die Grenze der gesamten Haftung einer Partei?</translation>
  </message>
  <message>
   <source>What may a party audit or inspect, and with how much notice?</source>
   <translation>Was darf eine Partei prüfen oder einsehen, und mit welcher Ankündigung?</translation>
  </message>
  <message>
   <source>What must be paid when the agreement ends early?</source>
   <translation>Was muss gezahlt werden, wenn der Vertrag vorzeitig endet?</translation>
  </message>
  <message>
   <source>What the patient takes, what was begun, stopped or changed, when and why.</source>
   <translation>Was der Patient einnimmt, was begonnen, abgesetzt oder geändert wurde, wann und warum.</translation>
  </message>
  <message>
   <source>When an agreement begins and ends, and by when its parties must act.</source>
   <translation>Wann ein Vertrag beginnt und endet, und bis wann die Parteien handeln müssen.</translation>
  </message>
  <message>
   <source>When does the agreement end or expire?</source>
   <translation>Wann endet der Vertrag oder läuft er aus?</translation>
  </message>
  <message>
   <source>When may a party end the agreement for breach, and how long is there to remedy it?</source>
   <translation>Wann darf eine Partei den Vertrag wegen einer Verletzung beenden, und wie lange ist Zeit zur Abhilfe?</translation>
  </message>
  <message>
   <source>Where does the record say that the patient has no known allergies?</source>
   <translation>Wo sagt die Akte, dass der Patient keine bekannten Allergien hat?</translation>
  </message>
  <message>
   <source>Which allergy was removed from the list or disproved, when, and by what test?</source>
   <translation>Welche Allergie wurde von der Liste gestrichen oder widerlegt, wann und durch welchen Test?</translation>
  </message>
  <message>
   <source>Which appointments did the patient miss or cancel?</source>
   <translation>Welche Termine hat der Patient versäumt oder abgesagt?</translation>
  </message>
  <message>
   <source>Which blood tests or checks are to be made because of a medication, and how often?</source>
   <translation>Welche Blutuntersuchungen oder Kontrollen sind wegen eines Medikaments vorzunehmen, und wie oft?</translation>
  </message>
  <message>
   <source>Which care, tests or admissions elsewhere are mentioned?</source>
   <translation>Welche Behandlungen, Untersuchungen oder Aufnahmen anderswo werden erwähnt?</translation>
  </message>
  <message>
   <source>Which critical results were telephoned or reported at once, when and to whom?</source>
   <translation>Welche kritischen Befunde wurden sofort telefonisch oder sonst gemeldet, wann und wem?</translation>
  </message>
  <message>
   <source>Which entries were corrected, late, unsigned or added afterwards?</source>
   <translation>Welche Einträge wurden berichtigt, verspätet, nicht unterschrieben oder nachgetragen?</translation>
  </message>
  <message>
   <source>Which follow-up or referral was advised and is not recorded as done?</source>
   <translation>Welche Nachkontrolle oder Überweisung wurde geraten und ist nicht als geschehen vermerkt?</translation>
  </message>
  <message>
   <source>Which follow-up was recommended because of an abnormal result?</source>
   <translation>Welche Nachkontrolle wurde wegen eines auffälligen Befunds empfohlen?</translation>
  </message>
  <message>
   <source>Which insurance must be held, and for what amount?</source>
   <translation>Welche Versicherung muss bestehen, und über welche Summe?</translation>
  </message>
  <message>
   <source>Which kinds of loss or damage are excluded, such as loss of profit or indirect loss?</source>
   <translation>Welche Arten von Schäden sind ausgeschlossen, etwa entgangener Gewinn oder mittelbare Schäden?</translation>
  </message>
  <message>
   <source>Which law governs, and which court or arbitration decides disputes?</source>
   <translation>Welches Recht gilt, und welches Gericht oder Schiedsgericht entscheidet über Streitigkeiten?</translation>
  </message>
  <message>
   <source>Which liquidated damages or service credits are payable, and what is the most they can be?</source>
   <translation>Welcher pauschale Schadenersatz oder welche Gutschriften sind zu leisten, und wie hoch höchstens?</translation>
  </message>
  <message>
   <source>Which medications does the record say must not be taken, or not be taken together?</source>
   <translation>Welche Medikamente dürfen laut Akte nicht oder nicht zusammen eingenommen werden?</translation>
  </message>
  <message>
   <source>Which obligations survive the end of the agreement?</source>
   <translation>Welche Pflichten bestehen über das Ende des Vertrags hinaus?</translation>
  </message>
  <message>
   <source>Which reports, images or pages are said to be missing or not included?</source>
   <translation>Welche Berichte, Bilder oder Seiten fehlen laut Akte oder sind nicht enthalten?</translation>
  </message>
  <message>
   <source>Which reports, records or notices must a party give, and how often?</source>
   <translation>Welche Berichte, Nachweise oder Anzeigen muss eine Partei geben, und wie oft?</translation>
  </message>
  <message>
   <source>Which results were still pending or awaited when a note was signed?</source>
   <translation>Welche Befunde standen noch aus, als ein Eintrag unterschrieben wurde?</translation>
  </message>
  <message>
   <source>Which terms were replaced by an amendment, and what do they say now?</source>
   <translation>Welche Bestimmungen wurden durch einen Nachtrag ersetzt, und wie lauten sie jetzt?</translation>
  </message>
  <message>
   <source>Who are the parties to the agreement, and what is each of them called in it?</source>
   <translation>Wer sind die Vertragsparteien, und wie wird jede von ihnen im Vertrag genannt?</translation>
  </message>
  <message>
   <source>Who may end an agreement, on what grounds, with what notice, and what follows.</source>
   <translation>Wer einen Vertrag beenden darf, aus welchen Gründen, mit welcher Frist, und was folgt.</translation>
  </message>
  <message>
   <source>Who owns what is created under the agreement?</source>
   <translation>Wem gehört, was unter dem Vertrag entsteht?</translation>
  </message>
  <message>
   <source>Who the parties are, and what each of them must do, pay, supply and keep from doing.</source>
   <translation>Wer die Parteien sind, und was jede von ihnen tun, zahlen, liefern und unterlassen muss.</translation>
  </message>
  <message>
   <source>Within how many days must an invoice be paid?</source>
   <translation>Binnen wie vieler Tage muss eine Rechnung bezahlt werden?</translation>
  </message>
  <message>
   <source>“No known allergies”</source>
   <translation>„Keine Allergien bekannt“</translation>
  </message>
 </context>
 <context>
  <name>report</name>
  <message>
   <source>({n} cached)</source>
   <translation>({n} aus dem Speicher)</translation>
  </message>
  <message>
   <source>1 call</source>
   <translation>1 Aufruf</translation>
  </message>
  <message>
   <source>1 date</source>
   <translation>1 Datum</translation>
  </message>
  <message>
   <source>1 finding of the model did not pass verification and counted as no evidence.</source>
   <translation>1 Fund des Modells bestand die Prüfung nicht und galt nicht als Beleg.</translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 Seite</translation>
  </message>
  <message>
   <source>1 question</source>
   <translation>1 Frage</translation>
  </message>
  <message>
   <source>1 step of this run could not be read by this version of Pincite.</source>
   <translation>1 Schritt dieses Laufs konnte von dieser Version von Pincite nicht gelesen werden.</translation>
  </message>
  <message>
   <source>1 sub-call</source>
   <translation>1 Unteraufruf</translation>
  </message>
  <message>
   <source>1 turn</source>
   <translation>1 Schritt</translation>
  </message>
  <message>
   <source>; {tokens} more of {calls} that had been made before</source>
   <translation>; weitere {tokens} aus {calls}, die schon früher gemacht wurden</translation>
  </message>
  <message>
   <source>A page counts as read when some of its text was shown to the model.</source>
   <translation>Eine Seite gilt als gelesen, wenn dem Modell Text von ihr gezeigt wurde.</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Angaben</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Being worked on</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>By then the model had been shown {pages}.</source>
   <translation>Bis dahin war dem Modell gezeigt worden: {pages}.</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>Prüfungen</translation>
  </message>
  <message>
   <source>Chronology</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Daten</translation>
  </message>
  <message>
   <source>Days since</source>
   <translation>Tage seither</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>Gründlichkeit</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Dokument</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <source>Each date stands in a passage that an answer of this matter cites and that passed verification. Passages that the reviewer rejected are left out, and so is every date that no answer cites.</source>
   <translation>Jedes Datum steht in einer Stelle, auf die sich eine Antwort dieser Akte stützt und die die Prüfung bestanden hat. Abgelehnte Stellen fehlen, und ebenso jedes Datum, auf das sich keine Antwort stützt.</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Failed: {why}</source>
   <translation>Gescheitert: {why}</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>Follows the run</source>
   <translation>Folgt auf den Lauf</translation>
  </message>
  <message>
   <source>Found by an earlier run, and judged against this question.</source>
   <translation>Von einem früheren Lauf gefunden und an dieser Frage gemessen.</translation>
  </message>
  <message>
   <source>How it was made</source>
   <translation>Wie es entstand</translation>
  </message>
  <message>
   <source>In full</source>
   <translation>Vollständig</translation>
  </message>
  <message>
   <source>In short</source>
   <translation>In Kürze</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>It ran on</source>
   <translation>Es lief auf</translation>
  </message>
  <message>
   <source>Its SHA-256</source>
   <translation>Dessen SHA-256</translation>
  </message>
  <message>
   <source>Judge's probability</source>
   <translation>Wahrscheinlichkeit des Prüfers</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Made with Pincite {version} on {time}.</source>
   <translation>Erstellt mit Pincite {version} am {time}.</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>Markierungen</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Akte</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model SHA-256</source>
   <translation>SHA-256 des Modells</translation>
  </message>
  <message>
   <source>Model of sub-calls</source>
   <translation>Modell der Unteraufrufe</translation>
  </message>
  <message>
   <source>No cited passage is dated in these {n} days.</source>
   <translation>In diesen {n} Tagen trägt keine belegte Stelle ein Datum.</translation>
  </message>
  <message>
   <source>No figure, date or name of the finding is missing from the passage.</source>
   <translation>Keine Zahl, kein Datum und kein Name des Fundes fehlt in der Stelle.</translation>
  </message>
  <message>
   <source>No text to read</source>
   <translation>Kein Text zu lesen</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>Nr.</translation>
  </message>
  <message>
   <source>Not asked yet</source>
   <translation>Noch nicht gefragt</translation>
  </message>
  <message>
   <source>Not found in what was read</source>
   <translation>Im Gelesenen nicht gefunden</translation>
  </message>
  <message>
   <source>Not found in what was read of every page</source>
   <translation>Nicht gefunden in dem, was auf jeder Seite gelesen wurde</translation>
  </message>
  <message>
   <source>Not found in what was read of {pages} of {all}</source>
   <translation>Nicht gefunden in dem, was gelesen wurde: {pages} von {all}</translation>
  </message>
  <message>
   <source>Not read</source>
   <translation>Nicht gelesen</translation>
  </message>
  <message>
   <source>Not read: {pages}.</source>
   <translation>Nicht gelesen: {pages}.</translation>
  </message>
  <message>
   <source>Nothing that answers the question was found in {pages}.</source>
   <translation>Im Gelesenen wurde nichts gefunden, das die Frage beantwortet: {pages}.</translation>
  </message>
  <message>
   <source>Or</source>
   <translation>Oder</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <source>Page as printed</source>
   <translation>Seite wie gedruckt</translation>
  </message>
  <message>
   <source>Page in the file</source>
   <translation>Seite in der Datei</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Pages are counted from 1 in the file.</source>
   <translation>Die Seiten sind in der Datei ab 1 gezählt.</translation>
  </message>
  <message>
   <source>Pages as printed, in brackets as counted in the file.</source>
   <translation>Seiten wie gedruckt, in Klammern wie in der Datei gezählt.</translation>
  </message>
  <message>
   <source>Passages</source>
   <translation>Stellen</translation>
  </message>
  <message>
   <source>Passages contradict one another. All of them are given.</source>
   <translation>Stellen widersprechen einander. Alle sind angegeben.</translation>
  </message>
  <message>
   <source>Passages that did not pass verification: {numbers}.</source>
   <translation>Stellen, die die Prüfung nicht bestanden: {numbers}.</translation>
  </message>
  <message>
   <source>Prompts SHA-256</source>
   <translation>SHA-256 der Eingaben</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Arbeitsweise</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Question: {column}</source>
   <translation>Frage: {column}</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Zitat</translation>
  </message>
  <message>
   <source>Quotes that could not be matched with the source: {numbers}.</source>
   <translation>Zitate, die in der Quelle nicht wiedergefunden wurden: {numbers}.</translation>
  </message>
  <message>
   <source>Ran on</source>
   <translation>Gelaufen auf</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
  <message>
   <source>Sources disagree; all are given.</source>
   <translation>Die Quellen widersprechen einander; alle sind angegeben.</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Stated in the finding and not found in the passage: {what}.</source>
   <translation>Im Fund genannt und in der Stelle nicht gefunden: {what}.</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Aussage</translation>
  </message>
  <message>
   <source>Still running</source>
   <translation>Noch im Gange</translation>
  </message>
  <message>
   <source>Stopped before it was done</source>
   <translation>Vor dem Ende angehalten</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>The answer was written by a language model. A program compared each quote with the source, and the same model judged whether the passage states what is claimed. Neither says that the answer is right or complete: read the passages.</source>
   <translation>Die Antwort hat ein Sprachmodell geschrieben. Ein Programm hat jedes Zitat mit der Quelle verglichen, und dasselbe Modell hat beurteilt, ob die Stelle aussagt, was behauptet wird. Keines von beidem heißt, dass die Antwort richtig oder vollständig ist: Lesen Sie die Stellen.</translation>
  </message>
  <message>
   <source>The model was shown less than {percent} of the text.</source>
   <translation>Anteil des Textes, der dem Modell gezeigt wurde: weniger als {percent}.</translation>
  </message>
  <message>
   <source>The model was shown {percent} of the text.</source>
   <translation>Anteil des Textes, der dem Modell gezeigt wurde: {percent}.</translation>
  </message>
  <message>
   <source>The model's probability that the passage states this: {percent}.</source>
   <translation>Wahrscheinlichkeit des Modells, dass die Stelle das aussagt: {percent}.</translation>
  </message>
  <message>
   <source>The program ended during this run, after it had read {pages}.</source>
   <translation>Das Programm endete während dieses Laufs; bis dahin gelesen: {pages}.</translation>
  </message>
  <message>
   <source>The quote could not be matched with the source.</source>
   <translation>Das Zitat wurde in der Quelle nicht wiedergefunden.</translation>
  </message>
  <message>
   <source>The quote matches the source, characters {start} to {end} of its text.</source>
   <translation>Das Zitat stimmt mit der Quelle überein, Zeichen {start} bis {end} ihres Textes.</translation>
  </message>
  <message>
   <source>The run was still going on when this was written.</source>
   <translation>Der Lauf war noch im Gange, als dies geschrieben wurde.</translation>
  </message>
  <message>
   <source>Time of the model</source>
   <translation>Zeit des Modells</translation>
  </message>
  <message>
   <source>Tokens</source>
   <translation>Tokens</translation>
  </message>
  <message>
   <source>What the source says</source>
   <translation>Was die Quelle sagt</translation>
  </message>
  <message>
   <source>What was not verified</source>
   <translation>Was nicht geprüft wurde</translation>
  </message>
  <message>
   <source>What was read</source>
   <translation>Was gelesen wurde</translation>
  </message>
  <message>
   <source>Without a passage to rest on: “{text}”</source>
   <translation>Ohne Stelle, auf die es sich stützt: „{text}“</translation>
  </message>
  <message>
   <source>Without text</source>
   <translation>Ohne Text</translation>
  </message>
  <message>
   <source>Without text, so not read: {pages}.</source>
   <translation>Ohne Text, darum nicht gelesen: {pages}.</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeit</translation>
  </message>
  <message>
   <source>exhaustive</source>
   <translation>erschöpfend</translation>
  </message>
  <message>
   <source>file {name}</source>
   <translation>Datei {name}</translation>
  </message>
  <message>
   <source>no page</source>
   <translation>keine Seite</translation>
  </message>
  <message>
   <source>no passage</source>
   <translation>keine Stelle</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>not in the passage: {what}</source>
   <translation>nicht in der Stelle: {what}</translation>
  </message>
  <message>
   <source>or {day}</source>
   <translation>oder {day}</translation>
  </message>
  <message>
   <source>page {label} as printed, page {n} in the file</source>
   <translation>Seite {label} wie gedruckt, Seite {n} in der Datei</translation>
  </message>
  <message>
   <source>page {pages}</source>
   <translation>Seite {pages}</translation>
  </message>
  <message>
   <source>pages {pages}</source>
   <translation>Seiten {pages}</translation>
  </message>
  <message>
   <source>passage did not pass verification</source>
   <translation>Stelle bestand die Prüfung nicht</translation>
  </message>
  <message>
   <source>quick</source>
   <translation>schnell</translation>
  </message>
  <message>
   <source>quote could not be matched</source>
   <translation>Zitat nicht wiedergefunden</translation>
  </message>
  <message>
   <source>quote matches the source</source>
   <translation>Zitat stimmt mit der Quelle überein</translation>
  </message>
  <message>
   <source>standard</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>{column}: sources</source>
   <translation>{column}: Quellen</translation>
  </message>
  <message>
   <source>{n} answered</source>
   <translation>{n} beantwortet</translation>
  </message>
  <message>
   <source>{n} calls</source>
   <translation>{n} Aufrufe</translation>
  </message>
  <message>
   <source>{n} dates</source>
   <translation>{n} Daten</translation>
  </message>
  <message>
   <source>{n} failed</source>
   <translation>{n} gescheitert</translation>
  </message>
  <message>
   <source>{n} findings of the model did not pass verification and counted as no evidence.</source>
   <translation>{n} Funde des Modells bestanden die Prüfung nicht und galten nicht als Beleg.</translation>
  </message>
  <message>
   <source>{n} not asked</source>
   <translation>{n} nicht gefragt</translation>
  </message>
  <message>
   <source>{n} not found</source>
   <translation>{n} nicht gefunden</translation>
  </message>
  <message>
   <source>{n} of {pages}</source>
   <translation>{n} von {pages}</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} Seiten</translation>
  </message>
  <message>
   <source>{n} questions</source>
   <translation>{n} Fragen</translation>
  </message>
  <message>
   <source>{n} seconds</source>
   <translation>{n} Sekunden</translation>
  </message>
  <message>
   <source>{n} steps of this run could not be read by this version of Pincite.</source>
   <translation>{n} Schritte dieses Laufs konnten von dieser Version von Pincite nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{n} stopped</source>
   <translation>{n} angehalten</translation>
  </message>
  <message>
   <source>{n} sub-calls</source>
   <translation>{n} Unteraufrufe</translation>
  </message>
  <message>
   <source>{n} tokens</source>
   <translation>{n} Tokens</translation>
  </message>
  <message>
   <source>{n} turns</source>
   <translation>{n} Schritte</translation>
  </message>
  <message>
   <source>{n} without text</source>
   <translation>{n} ohne Text</translation>
  </message>
  <message>
   <source>{outcome}, with this so far:</source>
   <translation>{outcome}, bis dahin mit:</translation>
  </message>
  <message>
   <source>{pages} of {document}</source>
   <translation>{pages} von {document}</translation>
  </message>
  <message>
   <source>{parts} and {last}</source>
   <translation>{parts} und {last}</translation>
  </message>
  <message>
   <source>{printed} ({counted} in the file)</source>
   <translation>{printed} ({counted} in der Datei)</translation>
  </message>
  <message>
   <source>{read} read, {reused} of them reused, {written} written</source>
   <translation>{read} gelesen, davon {reused} wiederverwendet, {written} geschrieben</translation>
  </message>
  <message>
   <source>{read} s reading, {write} s writing</source>
   <translation>{read} s Lesen, {write} s Schreiben</translation>
  </message>
  <message>
   <source>{time}, with Pincite {version}</source>
   <translation>{time}, mit Pincite {version}</translation>
  </message>
  <message>
   <source>{verdict} by {initials} on {time}</source>
   <translation>{verdict} von {initials} am {time}</translation>
  </message>
  <message>
   <source>{verdict} on {time}</source>
   <translation>{verdict} am {time}</translation>
  </message>
 </context>
 <context>
  <name>said</name>
  <message>
   <source>1 passage judged</source>
   <translation>1 Passage beurteilt</translation>
  </message>
  <message>
   <source>A chronology can't be written as {0}.</source>
   <translation>Eine Zeitleiste kann nicht als {0} geschrieben werden.</translation>
  </message>
  <message>
   <source>A document that this is about is no longer in the matter.</source>
   <translation>Ein Dokument, um das es hier geht, ist nicht mehr in der Akte.</translation>
  </message>
  <message>
   <source>A file with another hash was damaged on its way, or is not the one that was published. Try again, or from another network.</source>
   <translation>Eine Datei mit anderer Prüfsumme wurde unterwegs beschädigt oder ist nicht die veröffentlichte. Versuchen Sie es noch einmal oder aus einem anderen Netz.</translation>
  </message>
  <message>
   <source>A report can't be written as {0}.</source>
   <translation>Ein Bericht kann nicht als {0} geschrieben werden.</translation>
  </message>
  <message>
   <source>A table can't be written as {0}.</source>
   <translation>Eine Tabelle kann nicht als {0} geschrieben werden.</translation>
  </message>
  <message>
   <source>A window of {0} tokens would fit.</source>
   <translation>Ein Fenster von {0} Tokens würde passen.</translation>
  </message>
  <message>
   <source>About as large as the default, newer, and half as fast. Not measured by Pincite yet.</source>
   <translation>Etwa so groß wie die Voreinstellung, neuer und halb so schnell. Von Pincite noch nicht gemessen.</translation>
  </message>
  <message>
   <source>Add a chat or instruct model.</source>
   <translation>Fügen Sie ein Chat- oder Instruct-Modell hinzu.</translation>
  </message>
  <message>
   <source>Add it again, or put the earlier file back.</source>
   <translation>Fügen Sie es erneut hinzu oder legen Sie die frühere Datei zurück.</translation>
  </message>
  <message>
   <source>Add it again.</source>
   <translation>Fügen Sie es erneut hinzu.</translation>
  </message>
  <message>
   <source>Ask again.</source>
   <translation>Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Ask again; what was found so far is kept.</source>
   <translation>Fragen Sie noch einmal; was bisher gefunden wurde, bleibt erhalten.</translation>
  </message>
  <message>
   <source>Ask for dates, or fill a table with the recipe for a chronology.</source>
   <translation>Fragen Sie nach Daten, oder füllen Sie eine Tabelle mit dem Rezept für eine Zeitleiste.</translation>
  </message>
  <message>
   <source>Ask one first.</source>
   <translation>Zuerst eine stellen.</translation>
  </message>
  <message>
   <source>Ask something about the documents.</source>
   <translation>Fragen Sie etwas zu den Dokumenten.</translation>
  </message>
  <message>
   <source>Ask the question again.</source>
   <translation>Stellen Sie die Frage noch einmal.</translation>
  </message>
  <message>
   <source>Build it anew for this machine: python3 packaging/run.py --rebuild</source>
   <translation>Bauen Sie es für diesen Rechner neu: python3 packaging/run.py --rebuild</translation>
  </message>
  <message>
   <source>CPU, {0} {1}</source>
   <translation>CPU, {0} {1}</translation>
  </message>
  <message>
   <source>Change its permissions, or copy it.</source>
   <translation>Ändern Sie die Rechte oder kopieren Sie sie.</translation>
  </message>
  <message>
   <source>Check its name and that you may read it.</source>
   <translation>Prüfen Sie den Namen und ob Sie die Datei lesen dürfen.</translation>
  </message>
  <message>
   <source>Check that it is the right file.</source>
   <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
  </message>
  <message>
   <source>Check that the disk has room and that the folder is yours to write to.</source>
   <translation>Prüfen Sie, ob auf der Platte Platz ist und Sie in den Ordner schreiben dürfen.</translation>
  </message>
  <message>
   <source>Check that the disk or share it lies on is still there.</source>
   <translation>Prüfen Sie, ob die Platte oder Freigabe, auf der sie liegt, noch da ist.</translation>
  </message>
  <message>
   <source>Check that the folder is yours to write to.</source>
   <translation>Prüfen Sie, ob Sie in den Ordner schreiben dürfen.</translation>
  </message>
  <message>
   <source>Check the name and the folder.</source>
   <translation>Prüfen Sie den Namen und den Ordner.</translation>
  </message>
  <message>
   <source>Check the network and try again (what was fetched so far is kept), or copy the file {0} from another machine and add it to the models.</source>
   <translation>Prüfen Sie das Netz und versuchen Sie es noch einmal (was schon geholt ist, bleibt), oder kopieren Sie die Datei {0} von einem anderen Rechner und fügen Sie sie den Modellen hinzu.</translation>
  </message>
  <message>
   <source>Checking what earlier runs found</source>
   <translation>Prüft, was frühere Läufe gefunden haben</translation>
  </message>
  <message>
   <source>Choose a .pincite file, or another name for a new one.</source>
   <translation>Wählen Sie eine .pincite-Datei oder einen anderen Namen für eine neue.</translation>
  </message>
  <message>
   <source>Choose a .pincite file.</source>
   <translation>Wählen Sie eine .pincite-Datei.</translation>
  </message>
  <message>
   <source>Choose a document.</source>
   <translation>Wählen Sie ein Dokument.</translation>
  </message>
  <message>
   <source>Choose a folder you may write to.</source>
   <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <source>Choose a model made for conversations; its name often ends in Instruct or Chat.</source>
   <translation>Wählen Sie ein Modell für Gespräche; sein Name endet oft auf Instruct oder Chat.</translation>
  </message>
  <message>
   <source>Choose a smaller folder.</source>
   <translation>Wählen Sie einen kleineren Ordner.</translation>
  </message>
  <message>
   <source>Choose a smaller model, or close other programs.</source>
   <translation>Wählen Sie ein kleineres Modell oder schließen Sie andere Programme.</translation>
  </message>
  <message>
   <source>Choose a smaller window or a smaller model.</source>
   <translation>Wählen Sie ein kleineres Fenster oder ein kleineres Modell.</translation>
  </message>
  <message>
   <source>Choose a smaller window.</source>
   <translation>Wählen Sie ein kleineres Fenster.</translation>
  </message>
  <message>
   <source>Choose a smaller zoom.</source>
   <translation>Wählen Sie eine kleinere Vergrößerung.</translation>
  </message>
  <message>
   <source>Choose another file of this model, or another model.</source>
   <translation>Wählen Sie eine andere Datei dieses Modells oder ein anderes Modell.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Choose another model.</source>
   <translation>Wählen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Choose another place.</source>
   <translation>Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Choose one of those that you saved.</source>
   <translation>Wählen Sie eines von denen, die Sie gespeichert haben.</translation>
  </message>
  <message>
   <source>Choose one.</source>
   <translation>Wählen Sie eines.</translation>
  </message>
  <message>
   <source>Choose smaller models, or close other programs.</source>
   <translation>Wählen Sie kleinere Modelle oder schließen Sie andere Programme.</translation>
  </message>
  <message>
   <source>Choose the files inside it.</source>
   <translation>Wählen Sie die Dateien darin.</translation>
  </message>
  <message>
   <source>Close it there, then try again.</source>
   <translation>Schließen Sie sie dort und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Close it where it is open, or choose another place.</source>
   <translation>Schließen Sie die Datei, wo sie geöffnet ist, oder wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Close other programs to free memory, or fetch the model again.</source>
   <translation>Schließen Sie andere Programme, damit Speicher frei wird, oder holen Sie das Modell noch einmal.</translation>
  </message>
  <message>
   <source>Close that program, then try again.</source>
   <translation>Schließen Sie jenes Programm und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Compare it with one that is right.</source>
   <translation>Vergleichen Sie es mit einem, das stimmt.</translation>
  </message>
  <message>
   <source>Copy it to a folder on this machine.</source>
   <translation>Kopieren Sie sie in einen Ordner auf diesem Rechner.</translation>
  </message>
  <message>
   <source>Copy it to a folder you may write to and open the copy.</source>
   <translation>Kopieren Sie sie in einen Ordner, in den Sie schreiben dürfen, und öffnen Sie die Kopie.</translation>
  </message>
  <message>
   <source>Delete it, and add your models again.</source>
   <translation>Löschen Sie sie und fügen Sie Ihre Modelle erneut hinzu.</translation>
  </message>
  <message>
   <source>End the file's name in .pdf, .html or .md.</source>
   <translation>Lassen Sie den Dateinamen auf .pdf, .html oder .md enden.</translation>
  </message>
  <message>
   <source>End the file's name in {0} or {1}.</source>
   <translation>Lassen Sie den Dateinamen auf {0} oder {1} enden.</translation>
  </message>
  <message>
   <source>Enter its password.</source>
   <translation>Geben Sie das Passwort ein.</translation>
  </message>
  <message>
   <source>Everything is read, about {0} passages: {1} tokens.</source>
   <translation>Alles wird gelesen, etwa {0} Passagen: {1} Tokens.</translation>
  </message>
  <message>
   <source>Everything is read, in about {0} parts: {1} tokens.</source>
   <translation>Alles wird gelesen, in etwa {0} Teilen: {1} Tokens.</translation>
  </message>
  <message>
   <source>Export a report instead.</source>
   <translation>Exportieren Sie stattdessen einen Bericht.</translation>
  </message>
  <message>
   <source>Export less at a time.</source>
   <translation>Exportieren Sie weniger auf einmal.</translation>
  </message>
  <message>
   <source>Fetch it ({0}).</source>
   <translation>Holen Sie es ({0}).</translation>
  </message>
  <message>
   <source>Fetch it again.</source>
   <translation>Holen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Fetch or copy it again; a download may have been cut short.</source>
   <translation>Holen oder kopieren Sie es noch einmal; vielleicht brach ein Herunterladen ab.</translation>
  </message>
  <message>
   <source>Fetch the model again, or put all its parts into one folder.</source>
   <translation>Holen Sie das Modell noch einmal oder legen Sie alle seine Teile in einen Ordner.</translation>
  </message>
  <message>
   <source>Fetched and verified</source>
   <translation>Geholt und geprüft</translation>
  </message>
  <message>
   <source>Finds passages by meaning; it answers nothing itself.</source>
   <translation>Findet Stellen nach ihrer Bedeutung; es beantwortet selbst nichts.</translation>
  </message>
  <message>
   <source>For a GPU with 12 GB. Writes code as root. Not measured by Pincite yet.</source>
   <translation>Für eine GPU mit 12 GB. Schreibt selbst Code. Von Pincite noch nicht gemessen.</translation>
  </message>
  <message>
   <source>For a GPU with 8 GB, or patience. Writes code as root. Not measured by Pincite yet.</source>
   <translation>Für eine GPU mit 8 GB oder für Geduldige. Schreibt selbst Code. Von Pincite noch nicht gemessen.</translation>
  </message>
  <message>
   <source>For machines with four or more cores or a small GPU. Not measured by Pincite yet.</source>
   <translation>Für Rechner mit vier oder mehr Kernen oder einer kleinen GPU. Von Pincite noch nicht gemessen.</translation>
  </message>
  <message>
   <source>For tests and for trying things out: real, quick, and not to be relied upon.</source>
   <translation>Für Tests und zum Ausprobieren: echt, schnell und nicht verlässlich.</translation>
  </message>
  <message>
   <source>Free some space, or set PINCITE_HOME to a folder on another disk.</source>
   <translation>Schaffen Sie Platz oder setzen Sie PINCITE_HOME auf einen Ordner auf einer anderen Platte.</translation>
  </message>
  <message>
   <source>Free some space; what was kept before is still there.</source>
   <translation>Schaffen Sie Platz; was vorher gesichert wurde, ist noch da.</translation>
  </message>
  <message>
   <source>GPU {0}, all {1} layers</source>
   <translation>GPU {0}, alle {1} Schichten</translation>
  </message>
  <message>
   <source>Get a complete copy of it.</source>
   <translation>Besorgen Sie eine vollständige Kopie.</translation>
  </message>
  <message>
   <source>Get a fresh copy of it.</source>
   <translation>Besorgen Sie eine neue Kopie.</translation>
  </message>
  <message>
   <source>Give one such as https://models.office.example/v1, without a password in it.</source>
   <translation>Geben Sie eine wie https://models.office.example/v1 an, ohne Passwort darin.</translation>
  </message>
  <message>
   <source>Give the key in the environment variable {0} instead.</source>
   <translation>Geben Sie den Schlüssel stattdessen in der Umgebungsvariable {0} an.</translation>
  </message>
  <message>
   <source>Give words or a pattern to search for.</source>
   <translation>Geben Sie Wörter oder ein Muster an, nach denen gesucht werden soll.</translation>
  </message>
  <message>
   <source>If that is as it should be, add it again.</source>
   <translation>Wenn das so sein soll, fügen Sie sie erneut hinzu.</translation>
  </message>
  <message>
   <source>In the answer's words but not in the cited sentences: {0}.</source>
   <translation>Im Wortlaut der Antwort, aber nicht in den zitierten Sätzen: {0}.</translation>
  </message>
  <message>
   <source>It has: {0}.</source>
   <translation>Er hat: {0}.</translation>
  </message>
  <message>
   <source>It may be damaged or incomplete; get a fresh copy.</source>
   <translation>Die Datei ist vielleicht beschädigt oder unvollständig; besorgen Sie eine neue Kopie.</translation>
  </message>
  <message>
   <source>It may have been moved or renamed.</source>
   <translation>Vielleicht wurde die Datei verschoben oder umbenannt.</translation>
  </message>
  <message>
   <source>It takes about {0}.</source>
   <translation>Das dauert etwa {0}.</translation>
  </message>
  <message>
   <source>Join them with llama.cpp's llama-gguf-split --merge, and add the whole.</source>
   <translation>Fügen Sie sie mit llama-gguf-split --merge von llama.cpp zusammen und fügen Sie das Ganze hinzu.</translation>
  </message>
  <message>
   <source>Large, and quick for its size: a tenth of it works on a token. Not measured by Pincite yet.</source>
   <translation>Groß und dafür schnell: An einem Token arbeitet nur ein Zehntel davon. Von Pincite noch nicht gemessen.</translation>
  </message>
  <message>
   <source>Left out, because the sub-calls ran out: {0} more findings.</source>
   <translation>Ausgelassen, weil die Unteraufrufe verbraucht waren: {0} weitere Funde.</translation>
  </message>
  <message>
   <source>Look at its name and rights.</source>
   <translation>Prüfen Sie Namen und Rechte.</translation>
  </message>
  <message>
   <source>Make it, or choose another.</source>
   <translation>Legen Sie ihn an oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Make room, or the folder.</source>
   <translation>Schaffen Sie Platz oder legen Sie den Ordner an.</translation>
  </message>
  <message>
   <source>Measuring how this model runs best here, once</source>
   <translation>Misst einmal, wie dieses Modell hier am besten läuft</translation>
  </message>
  <message>
   <source>Name one of its runs.</source>
   <translation>Nennen Sie einen ihrer Läufe.</translation>
  </message>
  <message>
   <source>No file can be made in {0}.</source>
   <translation>In {0} kann keine Datei angelegt werden.</translation>
  </message>
  <message>
   <source>No model is loaded.</source>
   <translation>Es ist kein Modell geladen.</translation>
  </message>
  <message>
   <source>No passage that an answer cites has a date.</source>
   <translation>Keine Stelle, auf die sich eine Antwort stützt, trägt ein Datum.</translation>
  </message>
  <message>
   <source>No passage that was read states it.</source>
   <translation>Keine gelesene Stelle sagt es.</translation>
  </message>
  <message>
   <source>No question of this matter was worked through yet.</source>
   <translation>In dieser Akte wurde noch keine Frage bearbeitet.</translation>
  </message>
  <message>
   <source>None of the documents has text to read.</source>
   <translation>Keines der Dokumente enthält Text zum Lesen.</translation>
  </message>
  <message>
   <source>None of the documents has text.</source>
   <translation>Keines der Dokumente enthält Text.</translation>
  </message>
  <message>
   <source>Not read to the end, for the limits: {0}.</source>
   <translation>Wegen der Grenzen nicht zu Ende gelesen: {0}.</translation>
  </message>
  <message>
   <source>Not read yet: {0}.</source>
   <translation>Noch nicht gelesen: {0}.</translation>
  </message>
  <message>
   <source>Nothing is wrong with the file: install Pincite again.</source>
   <translation>Die Datei ist in Ordnung: Installieren Sie Pincite neu.</translation>
  </message>
  <message>
   <source>Nothing was found in {0}.</source>
   <translation>Nichts gefunden in {0}.</translation>
  </message>
  <message>
   <source>Nothing was sent. If the certificate is your office's own, have this machine trust it.</source>
   <translation>Es wurde nichts gesendet. Wenn das Zertifikat das Ihres Hauses ist, lassen Sie diesen Rechner ihm vertrauen.</translation>
  </message>
  <message>
   <source>Open a backup copy of it.</source>
   <translation>Öffnen Sie eine Sicherungskopie.</translation>
  </message>
  <message>
   <source>Open a backup copy of the matter.</source>
   <translation>Öffnen Sie eine Sicherungskopie der Akte.</translation>
  </message>
  <message>
   <source>Open documents with text, or scans after reading.</source>
   <translation>Öffnen Sie Dokumente mit Text oder Scans nach der Texterkennung.</translation>
  </message>
  <message>
   <source>Open it again for writing.</source>
   <translation>Öffnen Sie sie erneut zum Schreiben.</translation>
  </message>
  <message>
   <source>Open it again.</source>
   <translation>Öffnen Sie sie erneut.</translation>
  </message>
  <message>
   <source>Open it in a word processor and save it again, or save it as PDF.</source>
   <translation>Öffnen Sie die Datei in einer Textverarbeitung und speichern Sie sie neu, oder speichern Sie sie als PDF.</translation>
  </message>
  <message>
   <source>Open it in another program and save a fresh copy, or save it as PDF.</source>
   <translation>Öffnen Sie die Datei in einem anderen Programm und speichern Sie sie neu, oder speichern Sie sie als PDF.</translation>
  </message>
  <message>
   <source>Open it in another program and save a fresh copy.</source>
   <translation>Öffnen Sie die Datei in einem anderen Programm und speichern Sie eine neue Kopie.</translation>
  </message>
  <message>
   <source>Open it in its program and save it as DOCX without a password, or as PDF.</source>
   <translation>Öffnen Sie die Datei in ihrem Programm und speichern Sie sie als DOCX ohne Passwort oder als PDF.</translation>
  </message>
  <message>
   <source>Open it once for writing to bring it up to date.</source>
   <translation>Öffnen Sie sie einmal zum Schreiben, um sie auf den neuen Stand zu bringen.</translation>
  </message>
  <message>
   <source>Open one first.</source>
   <translation>Öffnen Sie zuerst eines.</translation>
  </message>
  <message>
   <source>Open the file in another program and save a fresh copy, or split it.</source>
   <translation>Öffnen Sie die Datei in einem anderen Programm und speichern Sie eine neue Kopie, oder teilen Sie sie.</translation>
  </message>
  <message>
   <source>PINCITE_THREADS says how many threads to use, so nothing is measured.</source>
   <translation>PINCITE_THREADS gibt die Zahl der Threads vor, darum wird nichts gemessen.</translation>
  </message>
  <message>
   <source>Pass a shorter slice, or split it.</source>
   <translation>Übergeben Sie einen kürzeren Abschnitt oder teilen Sie ihn.</translation>
  </message>
  <message>
   <source>Pincite made a mistake: {0}.</source>
   <translation>Pincite hat einen Fehler gemacht: {0}.</translation>
  </message>
  <message>
   <source>Put it back, or forget it.</source>
   <translation>Legen Sie sie zurück oder vergessen Sie sie.</translation>
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
   <source>Remove it, then fetch or add it again.</source>
   <translation>Entfernen Sie es, und holen oder ergänzen Sie es dann erneut.</translation>
  </message>
  <message>
   <source>Save it as DOCX or PDF and add that.</source>
   <translation>Speichern Sie die Datei als DOCX oder PDF und fügen Sie diese hinzu.</translation>
  </message>
  <message>
   <source>Save it as PDF and add that.</source>
   <translation>Speichern Sie die Datei als PDF und fügen Sie dieses hinzu.</translation>
  </message>
  <message>
   <source>Save it as PDF.</source>
   <translation>Speichern Sie die Datei als PDF.</translation>
  </message>
  <message>
   <source>Save it as UTF-8.</source>
   <translation>Speichern Sie die Datei als UTF-8.</translation>
  </message>
  <message>
   <source>Save one of your own under the same id to have another in its place.</source>
   <translation>Speichern Sie ein eigenes unter derselben Kennung, damit es an seine Stelle tritt.</translation>
  </message>
  <message>
   <source>Scanned pages need text recognition.</source>
   <translation>Gescannte Seiten brauchen Texterkennung.</translation>
  </message>
  <message>
   <source>See that the address is that of an OpenAI-compatible server.</source>
   <translation>Prüfen Sie, ob die Adresse die eines OpenAI-kompatiblen Servers ist.</translation>
  </message>
  <message>
   <source>See that the server runs and is reached at this address, then try again.</source>
   <translation>Prüfen Sie, ob der Server läuft und unter dieser Adresse erreichbar ist, und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Set it again, or forget it.</source>
   <translation>Setzen Sie ihn neu, oder vergessen Sie ihn.</translation>
  </message>
  <message>
   <source>Split it into smaller files, or save it as PDF.</source>
   <translation>Teilen Sie das Dokument in kleinere Dateien oder speichern Sie sie als PDF.</translation>
  </message>
  <message>
   <source>Split it into smaller files.</source>
   <translation>Teilen Sie das Dokument in kleinere Dateien.</translation>
  </message>
  <message>
   <source>Stopped by the reviewer.</source>
   <translation>Von Ihnen angehalten.</translation>
  </message>
  <message>
   <source>Stopped: a step failed; the trace says which.</source>
   <translation>Angehalten: Ein Schritt schlug fehl; das Protokoll sagt, welcher.</translation>
  </message>
  <message>
   <source>Stopped: the limit of {0} sub-calls was reached.</source>
   <translation>Angehalten: Die Grenze von {0} Unteraufrufen war erreicht.</translation>
  </message>
  <message>
   <source>Stopped: the model repeated itself and brought nothing new.</source>
   <translation>Angehalten: Das Modell wiederholte sich und brachte nichts Neues.</translation>
  </message>
  <message>
   <source>Stopped: {0}.</source>
   <translation>Angehalten: {0}.</translation>
  </message>
  <message>
   <source>Sub-call {0} of {1} answered</source>
   <translation>Unteraufruf {0} von {1} beantwortet</translation>
  </message>
  <message>
   <source>The answer of run {0} has no citation {1}.</source>
   <translation>Die Antwort von Lauf {0} hat keinen Beleg {1}.</translation>
  </message>
  <message>
   <source>The chat template in the model file does not compile: {0}.</source>
   <translation>Die Chat-Vorlage in der Modelldatei lässt sich nicht übersetzen: {0}.</translation>
  </message>
  <message>
   <source>The conversation has no message of the user.</source>
   <translation>Das Gespräch enthält keine Nachricht des Benutzers.</translation>
  </message>
  <message>
   <source>The default: the best answers that two processor cores can give in about a minute.</source>
   <translation>Die Voreinstellung: die besten Antworten, die zwei Prozessorkerne in etwa einer Minute geben können.</translation>
  </message>
  <message>
   <source>The disk is full, so {0} could not be written.</source>
   <translation>Die Platte ist voll, darum konnte {0} nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The embedding model {0} can't be used: its process did not answer ({1}).</source>
   <translation>Das Einbettungsmodell {0} kann nicht benutzt werden: Sein Prozess hat nicht geantwortet ({1}).</translation>
  </message>
  <message>
   <source>The embedding model {0} can't be used: {1}</source>
   <translation>Das Einbettungsmodell {0} kann nicht benutzt werden: {1}</translation>
  </message>
  <message>
   <source>The file is named {0} but holds {1}.</source>
   <translation>Die Datei heißt {0}, enthält aber {1}.</translation>
  </message>
  <message>
   <source>The file was damaged and has been repaired; parts may be missing.</source>
   <translation>Die Datei war beschädigt und wurde repariert; Teile können fehlen.</translation>
  </message>
  <message>
   <source>The grammar for the reply can't be parsed.</source>
   <translation>Die Grammatik für die Antwort kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The grammar for the reply leads to a place where nothing may follow.</source>
   <translation>Die Grammatik für die Antwort führt an eine Stelle, an der nichts folgen darf.</translation>
  </message>
  <message>
   <source>The keyring of this machine can't be used: {0}.</source>
   <translation>Der Schlüsselbund dieses Rechners kann nicht benutzt werden: {0}.</translation>
  </message>
  <message>
   <source>The limits allow for about {0} of it.</source>
   <translation>Die Grenzen erlauben davon etwa {0}.</translation>
  </message>
  <message>
   <source>The list of added models, {0}, cannot be read: {1}.</source>
   <translation>Die Liste der hinzugefügten Modelle, {0}, kann nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <source>The matter could not be written to {0}: {1}.</source>
   <translation>Die Akte konnte nicht nach {0} geschrieben werden: {1}.</translation>
  </message>
  <message>
   <source>The model ended without an answer.</source>
   <translation>Das Modell endete ohne Antwort.</translation>
  </message>
  <message>
   <source>The model file {0} is no longer there.</source>
   <translation>Die Modelldatei {0} ist nicht mehr da.</translation>
  </message>
  <message>
   <source>The model file {0} was changed since it was added.</source>
   <translation>Die Modelldatei {0} wurde geändert, seit sie hinzugefügt wurde.</translation>
  </message>
  <message>
   <source>The model proposed “{0}”, but no passage that was read supports it.</source>
   <translation>Das Modell schlug „{0}“ vor, aber keine gelesene Stelle stützt das.</translation>
  </message>
  <message>
   <source>The model {0} is not on this machine.</source>
   <translation>Das Modell {0} ist nicht auf diesem Rechner.</translation>
  </message>
  <message>
   <source>The model's chat template leaves out a part of the conversation.</source>
   <translation>Die Chat-Vorlage des Modells lässt einen Teil des Gesprächs weg.</translation>
  </message>
  <message>
   <source>The model's chat template refuses the conversation: {0}.</source>
   <translation>Die Chat-Vorlage des Modells weist das Gespräch zurück: {0}.</translation>
  </message>
  <message>
   <source>The model's memory is full.</source>
   <translation>Der Speicher des Modells ist voll.</translation>
  </message>
  <message>
   <source>The password for {0} is wrong.</source>
   <translation>Das Passwort für {0} ist falsch.</translation>
  </message>
  <message>
   <source>The pattern is empty.</source>
   <translation>Das Muster ist leer.</translation>
  </message>
  <message>
   <source>The pattern {0} can't be read: {1}.</source>
   <translation>Das Muster {0} kann nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <source>The pattern {0} takes too long to search for.</source>
   <translation>Die Suche nach dem Muster {0} dauert zu lange.</translation>
  </message>
  <message>
   <source>The prompt needs {0} tokens and the model's window holds {1}.</source>
   <translation>Die Eingabe braucht {0} Tokens, und das Fenster des Modells fasst {1}.</translation>
  </message>
  <message>
   <source>The question is empty.</source>
   <translation>Die Frage ist leer.</translation>
  </message>
  <message>
   <source>The recipe {0} comes with Pincite and stays.</source>
   <translation>Das Rezept {0} gehört zu Pincite und bleibt.</translation>
  </message>
  <message>
   <source>The saved run belongs to another question, other documents or another protocol.</source>
   <translation>Der gesicherte Lauf gehört zu einer anderen Frage, anderen Dokumenten oder einer anderen Arbeitsweise.</translation>
  </message>
  <message>
   <source>The saved state of this run is damaged.</source>
   <translation>Der gesicherte Stand dieses Laufs ist beschädigt.</translation>
  </message>
  <message>
   <source>The server does not give the probabilities of tokens, so it can't judge passages.</source>
   <translation>Der Server gibt die Wahrscheinlichkeiten von Tokens nicht an und kann darum keine Stellen beurteilen.</translation>
  </message>
  <message>
   <source>The settings of the server, {0}, cannot be read: {1}.</source>
   <translation>Die Einstellungen des Servers, {0}, können nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <source>The text encoding is not stated; it was read as {0}.</source>
   <translation>Die Zeichenkodierung ist nicht angegeben; gelesen wurde als {0}.</translation>
  </message>
  <message>
   <source>The text of {0} in {1} is damaged.</source>
   <translation>Der Text von {0} in {1} ist beschädigt.</translation>
  </message>
  <message>
   <source>The window is closing.</source>
   <translation>Das Programmfenster wird geschlossen.</translation>
  </message>
  <message>
   <source>There are: {0}.</source>
   <translation>Es gibt: {0}.</translation>
  </message>
  <message>
   <source>There is no document to ask about.</source>
   <translation>Es gibt kein Dokument, zu dem gefragt werden kann.</translation>
  </message>
  <message>
   <source>There is no document {0} in {1}.</source>
   <translation>In {1} gibt es kein Dokument {0}.</translation>
  </message>
  <message>
   <source>There is no folder {0}.</source>
   <translation>Es gibt keinen Ordner {0}.</translation>
  </message>
  <message>
   <source>There is no mark {0} in {1}.</source>
   <translation>In {1} gibt es keine Markierung {0}.</translation>
  </message>
  <message>
   <source>There is no matter at {0}.</source>
   <translation>Unter {0} gibt es keine Akte.</translation>
  </message>
  <message>
   <source>There is no model {0}.</source>
   <translation>Es gibt kein Modell {0}.</translation>
  </message>
  <message>
   <source>There is no recipe {0} of your own.</source>
   <translation>Es gibt kein eigenes Rezept {0}.</translation>
  </message>
  <message>
   <source>There is no recipe {0}.</source>
   <translation>Es gibt kein Rezept {0}.</translation>
  </message>
  <message>
   <source>There is {0} {1} in {2}.</source>
   <translation>In {2} gibt es {0} {1}.</translation>
  </message>
  <message>
   <source>This machine has no keyring to keep a key in.</source>
   <translation>Dieser Rechner hat keinen Schlüsselbund, in dem ein Schlüssel verwahrt werden könnte.</translation>
  </message>
  <message>
   <source>This run was saved by another version of Pincite and can't be resumed.</source>
   <translation>Dieser Lauf wurde von einer anderen Version von Pincite gesichert und kann nicht fortgesetzt werden.</translation>
  </message>
  <message>
   <source>Try again, with a smaller window if it fails again.</source>
   <translation>Versuchen Sie es noch einmal, mit einem kleineren Fenster, wenn es wieder fehlschlägt.</translation>
  </message>
  <message>
   <source>Try another one.</source>
   <translation>Versuchen Sie ein anderes.</translation>
  </message>
  <message>
   <source>Try it again; for a report, HTML does without that library.</source>
   <translation>Versuchen Sie es noch einmal; ein Bericht als HTML kommt ohne diese Bibliothek aus.</translation>
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
   <source>Twice as fast as the default and wrong more often; for small machines.</source>
   <translation>Doppelt so schnell wie die Voreinstellung und öfter falsch; für kleine Rechner.</translation>
  </message>
  <message>
   <source>Unlock it, or give the key in the environment variable {0}.</source>
   <translation>Entsperren Sie ihn oder geben Sie den Schlüssel in der Umgebungsvariable {0} an.</translation>
  </message>
  <message>
   <source>Unpack it and add the files inside.</source>
   <translation>Entpacken Sie es und fügen Sie die Dateien darin hinzu.</translation>
  </message>
  <message>
   <source>Unset it.</source>
   <translation>Heben Sie die Vorgabe auf.</translation>
  </message>
  <message>
   <source>Update Pincite to open it; nothing in the file was changed.</source>
   <translation>Aktualisieren Sie Pincite, um sie zu öffnen; an der Datei wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Update Pincite, or choose another model.</source>
   <translation>Aktualisieren Sie Pincite oder wählen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>Use a server that answers `logprobs`, such as llama-server or vLLM.</source>
   <translation>Nehmen Sie einen Server, der `logprobs` liefert, wie llama-server oder vLLM.</translation>
  </message>
  <message>
   <source>Use plain words, or a pattern without nested repetition.</source>
   <translation>Nehmen Sie einfache Wörter oder ein Muster ohne verschachtelte Wiederholung.</translation>
  </message>
  <message>
   <source>Use plain words, or escape special characters with a backslash.</source>
   <translation>Nehmen Sie einfache Wörter oder stellen Sie Sonderzeichen einen Rückstrich voran.</translation>
  </message>
  <message>
   <source>Use small letters, digits and hyphens.</source>
   <translation>Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche.</translation>
  </message>
  <message>
   <source>Verify or fetch the model again, or choose another.</source>
   <translation>Prüfen oder holen Sie das Modell noch einmal, oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>What is measured cannot be kept: {0}.</source>
   <translation>Das Gemessene kann nicht gesichert werden: {0}.</translation>
  </message>
  <message>
   <source>What was measured cannot be kept: the disk may be full.</source>
   <translation>Das Gemessene kann nicht gesichert werden: Vielleicht ist die Platte voll.</translation>
  </message>
  <message>
   <source>What {0} answers is not what a model server says: {1}.</source>
   <translation>Was {0} antwortet, ist nicht, was ein Modellserver sagt: {1}.</translation>
  </message>
  <message>
   <source>cache {0}</source>
   <translation>Cache {0}</translation>
  </message>
  <message>
   <source>llama.cpp can't be loaded: {0}</source>
   <translation>llama.cpp kann nicht geladen werden: {0}</translation>
  </message>
  <message>
   <source>llama.cpp can't load {0}: {1}.</source>
   <translation>llama.cpp kann {0} nicht laden: {1}.</translation>
  </message>
  <message>
   <source>llama.cpp can't set up the model's memory: {0}.</source>
   <translation>llama.cpp kann den Speicher des Modells nicht einrichten: {0}.</translation>
  </message>
  <message>
   <source>llama.cpp can't use the {0}; a driver may be missing</source>
   <translation>llama.cpp kann {0} nicht nutzen; vielleicht fehlt ein Treiber</translation>
  </message>
  <message>
   <source>llama.cpp can't use {0}: {1}.</source>
   <translation>llama.cpp kann {0} nicht benutzen: {1}.</translation>
  </message>
  <message>
   <source>llama.cpp failed while computing (code {0}): {1}.</source>
   <translation>llama.cpp brach beim Rechnen ab (Code {0}): {1}.</translation>
  </message>
  <message>
   <source>llama.cpp was built for another processor: this one lacks {0}.</source>
   <translation>llama.cpp wurde für einen anderen Prozessor gebaut: Diesem fehlt {0}.</translation>
  </message>
  <message>
   <source>no GPU was found</source>
   <translation>keine GPU gefunden</translation>
  </message>
  <message>
   <source>no flash attention</source>
   <translation>ohne Flash Attention</translation>
  </message>
  <message>
   <source>server {0}</source>
   <translation>Server {0}</translation>
  </message>
  <message>
   <source>the model needs {0} and {1} of GPU memory is free</source>
   <translation>das Modell braucht {0}, und {1} GPU-Speicher sind frei</translation>
  </message>
  <message>
   <source>this build of llama.cpp has no GPU support</source>
   <translation>dieses llama.cpp ist ohne GPU-Unterstützung gebaut</translation>
  </message>
  <message>
   <source>this build of llama.cpp has no support for the {0}; packaging/run.py --gpu {1} builds one that has</source>
   <translation>dieses llama.cpp ist ohne Unterstützung für {0} gebaut; packaging/run.py --gpu {1} baut eines mit ihr</translation>
  </message>
  <message>
   <source>{0} alone would fit, or beside it: {1}.</source>
   <translation>{0} allein würde passen, oder daneben: {1}.</translation>
  </message>
  <message>
   <source>{0} alone would fit.</source>
   <translation>{0} allein würde passen.</translation>
  </message>
  <message>
   <source>{0} broke off a reply.</source>
   <translation>{0} brach eine Antwort ab.</translation>
  </message>
  <message>
   <source>{0} can't be locked: {1}.</source>
   <translation>{0} kann nicht gesperrt werden: {1}.</translation>
  </message>
  <message>
   <source>{0} can't be reached: {1}.</source>
   <translation>{0} ist nicht erreichbar: {1}.</translation>
  </message>
  <message>
   <source>{0} can't be read or written: {1}.</source>
   <translation>{0} kann nicht gelesen oder geschrieben werden: {1}.</translation>
  </message>
  <message>
   <source>{0} can't be read: it is damaged, or not made as its kind of file should be.</source>
   <translation>{0} kann nicht gelesen werden: Die Datei ist beschädigt oder nicht so aufgebaut, wie Dateien dieser Art es sein sollen.</translation>
  </message>
  <message>
   <source>{0} can't be read: {1}.</source>
   <translation>{0} kann nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <source>{0} can't be the id of a recipe.</source>
   <translation>{0} kann keine Kennung eines Rezepts sein.</translation>
  </message>
  <message>
   <source>{0} can't be written: {1}.</source>
   <translation>{0} kann nicht geschrieben werden: {1}.</translation>
  </message>
  <message>
   <source>{0} can't prove that it is {1}: {2}.</source>
   <translation>{0} kann nicht beweisen, dass es {1} ist: {2}.</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}.</source>
   <translation>{0} kann nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be written: {1}.</source>
   <translation>{0} kann nicht geschrieben werden: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be fetched. Tried {1}.</source>
   <translation>{0} konnte nicht geholt werden. Versucht: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be laid out into pages.</source>
   <translation>{0} konnte nicht in Seiten umbrochen werden.</translation>
  </message>
  <message>
   <source>{0} could not be written: the library that makes PDF files gave up.</source>
   <translation>{0} konnte nicht geschrieben werden: Die Bibliothek, die PDF-Dateien erzeugt, hat aufgegeben.</translation>
  </message>
  <message>
   <source>{0} documents are asked one by one: about {1} tokens.</source>
   <translation>{0} Dokumente werden einzeln befragt: etwa {1} Tokens.</translation>
  </message>
  <message>
   <source>{0} does not exist in {1}.</source>
   <translation>{0} gibt es nicht in {1}.</translation>
  </message>
  <message>
   <source>{0} failed: {1}</source>
   <translation>{0} schlug fehl: {1}</translation>
  </message>
  <message>
   <source>{0} findings put in short</source>
   <translation>{0} Funde zusammengefasst</translation>
  </message>
  <message>
   <source>{0} garbled: the file's fonts don't say which letters they show: {1}{2}.</source>
   <translation>{0} verstümmelt aus: Die Schriften der Datei sagen nicht, welche Buchstaben sie zeigen: {1}{2}.</translation>
  </message>
  <message>
   <source>{0} has changed since it was added.</source>
   <translation>{0} wurde geändert, seit es hinzugefügt wurde.</translation>
  </message>
  <message>
   <source>{0} has no chat template, so it can't be asked anything.</source>
   <translation>{0} hat keine Chat-Vorlage und kann darum nichts gefragt werden.</translation>
  </message>
  <message>
   <source>{0} has no model {1}.</source>
   <translation>{0} hat kein Modell {1}.</translation>
  </message>
  <message>
   <source>{0} has no page {1}; it has {2}.</source>
   <translation>{0} hat keine Seite {1}; es sind {2}.</translation>
  </message>
  <message>
   <source>{0} has no pages.</source>
   <translation>{0} hat keine Seiten.</translation>
  </message>
  <message>
   <source>{0} has {1} pages; at most {2} can be opened.</source>
   <translation>{0} hat {1} Seiten; höchstens {2} können geöffnet werden.</translation>
  </message>
  <message>
   <source>{0} holds more than {1} documents.</source>
   <translation>{0} enthält mehr als {1} Dokumente.</translation>
  </message>
  <message>
   <source>{0} holds no text.</source>
   <translation>{0} enthält keinen Text.</translation>
  </message>
  <message>
   <source>{0} is a Word document that can't be read: it is damaged.</source>
   <translation>{0} ist ein Word-Dokument, das nicht gelesen werden kann: Es ist beschädigt.</translation>
  </message>
  <message>
   <source>{0} is a database of another program, not a matter.</source>
   <translation>{0} ist eine Datenbank eines anderen Programms, keine Akte.</translation>
  </message>
  <message>
   <source>{0} is a folder, not a matter.</source>
   <translation>{0} ist ein Ordner, keine Akte.</translation>
  </message>
  <message>
   <source>{0} is a folder.</source>
   <translation>{0} ist ein Ordner.</translation>
  </message>
  <message>
   <source>{0} is a model of a kind that this version of llama.cpp does not know: {1}.</source>
   <translation>{0} ist ein Modell einer Art, die diese Version von llama.cpp nicht kennt: {1}.</translation>
  </message>
  <message>
   <source>{0} is a {1} model, which can't answer questions.</source>
   <translation>{0} ist ein {1}-Modell, das keine Fragen beantworten kann.</translation>
  </message>
  <message>
   <source>{0} is damaged.</source>
   <translation>{0} ist beschädigt.</translation>
  </message>
  <message>
   <source>{0} is damaged: it is a Word document or archive that ends too early.</source>
   <translation>{0} ist beschädigt: ein Word-Dokument oder Archiv, das zu früh endet.</translation>
  </message>
  <message>
   <source>{0} is damaged: its SHA-256 is {1}, and should be {2}.</source>
   <translation>{0} ist beschädigt: Die SHA-256-Prüfsumme ist {1} und sollte {2} sein.</translation>
  </message>
  <message>
   <source>{0} is empty: it has no bytes.</source>
   <translation>{0} ist leer: null Bytes.</translation>
  </message>
  <message>
   <source>{0} is encrypted.</source>
   <translation>{0} ist verschlüsselt.</translation>
  </message>
  <message>
   <source>{0} is in use by another program.</source>
   <translation>{0} wird von einem anderen Programm benutzt.</translation>
  </message>
  <message>
   <source>{0} is nested too deeply to be a recipe.</source>
   <translation>{0} ist für ein Rezept zu tief verschachtelt.</translation>
  </message>
  <message>
   <source>{0} is no PDF.</source>
   <translation>{0} ist kein PDF.</translation>
  </message>
  <message>
   <source>{0} is not UTF-8 text.</source>
   <translation>{0} ist kein UTF-8-Text.</translation>
  </message>
  <message>
   <source>{0} is not a PDF that can be read: it is damaged or incomplete.</source>
   <translation>{0} ist kein lesbares PDF: Es ist beschädigt oder unvollständig.</translation>
  </message>
  <message>
   <source>{0} is not a TOML file: {1}.</source>
   <translation>{0} ist keine TOML-Datei: {1}.</translation>
  </message>
  <message>
   <source>{0} is not a file.</source>
   <translation>{0} ist keine Datei.</translation>
  </message>
  <message>
   <source>{0} is not a matter.</source>
   <translation>{0} ist keine Akte.</translation>
  </message>
  <message>
   <source>{0} is not a recipe: {1}.</source>
   <translation>{0} ist kein Rezept: {1}.</translation>
  </message>
  <message>
   <source>{0} is not a usable GGUF file: {1}.</source>
   <translation>{0} ist keine brauchbare GGUF-Datei: {1}.</translation>
  </message>
  <message>
   <source>{0} is not an address: {1}.</source>
   <translation>{0} ist keine Adresse: {1}.</translation>
  </message>
  <message>
   <source>{0} is not the address of a server.</source>
   <translation>{0} ist nicht die Adresse eines Servers.</translation>
  </message>
  <message>
   <source>{0} is one of {1} parts, and {2} is not beside it.</source>
   <translation>{0} ist eines von {1} Teilen, und {2} liegt nicht daneben.</translation>
  </message>
  <message>
   <source>{0} is one of {1} pieces of a model.</source>
   <translation>{0} ist eines von {1} Stücken eines Modells.</translation>
  </message>
  <message>
   <source>{0} is open in another Pincite.</source>
   <translation>{0} ist in einem anderen Pincite geöffnet.</translation>
  </message>
  <message>
   <source>{0} is read-only, so no work on it could be kept.</source>
   <translation>{0} ist schreibgeschützt; keine Arbeit daran könnte gesichert werden.</translation>
  </message>
  <message>
   <source>{0} is the document itself.</source>
   <translation>{0} ist das Dokument selbst.</translation>
  </message>
  <message>
   <source>{0} is too large to be a recipe.</source>
   <translation>{0} ist für ein Rezept zu groß.</translation>
  </message>
  <message>
   <source>{0} is too large: {1} MB of at most {2} MB.</source>
   <translation>{0} ist zu groß: {1} MB von höchstens {2} MB.</translation>
  </message>
  <message>
   <source>{0} is too large: {1} MB of text; at most {2} MB can be laid out.</source>
   <translation>{0} ist zu groß: {1} MB Text; höchstens {2} MB können umbrochen werden.</translation>
  </message>
  <message>
   <source>{0} is {1} a PDF, DOCX, HTML, Markdown or text file.</source>
   <translation>{0} ist {1} PDF-, DOCX-, HTML-, Markdown- oder Textdatei.</translation>
  </message>
  <message>
   <source>{0} is {1}, which can't be opened.</source>
   <translation>{0} ist {1} und kann nicht geöffnet werden.</translation>
  </message>
  <message>
   <source>{0} may not be read by you.</source>
   <translation>{0} darf von Ihnen nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{0} needs {1} of disk in {2}, and {3} are free.</source>
   <translation>{0} braucht {1} Platz in {2}, und {3} sind frei.</translation>
  </message>
  <message>
   <source>{0} needs {1} of memory and {2} {3} beside it: {4} together, and {5} is free.</source>
   <translation>{0} braucht {1} Arbeitsspeicher und {2} daneben {3}: zusammen {4}, und {5} sind frei.</translation>
  </message>
  <message>
   <source>{0} needs {1} of memory with a window of {2} tokens ({3} for the model, {4} for what it reads, {5} to compute), and {6} is free.</source>
   <translation>{0} braucht {1} Arbeitsspeicher bei einem Fenster von {2} Tokens ({3} für das Modell, {4} für das Gelesene, {5} zum Rechnen), und {6} sind frei.</translation>
  </message>
  <message>
   <source>{0} no text (scanned?): {1}{2}.</source>
   <translation>{0} keinen Text (gescannt?): {1}{2}.</translation>
  </message>
  <message>
   <source>{0} of {1} layers on GPU {2}, the rest on {3}</source>
   <translation>{0} von {1} Schichten auf GPU {2}, der Rest auf {3}</translation>
  </message>
  <message>
   <source>{0} of {1} passages judged</source>
   <translation>{0} von {1} Passagen beurteilt</translation>
  </message>
  <message>
   <source>{0} passages judged</source>
   <translation>{0} Stellen beurteilt</translation>
  </message>
  <message>
   <source>{0} ranks passages and can't answer questions.</source>
   <translation>{0} ordnet Stellen und kann keine Fragen beantworten.</translation>
  </message>
  <message>
   <source>{0} was closed.</source>
   <translation>{0} wurde geschlossen.</translation>
  </message>
  <message>
   <source>{0} was opened for reading only.</source>
   <translation>{0} wurde nur zum Lesen geöffnet.</translation>
  </message>
  <message>
   <source>{0} was written by a newer Pincite{1}.</source>
   <translation>{0} wurde von einem neueren Pincite geschrieben{1}.</translation>
  </message>
  <message>
   <source>{0} was written by an older Pincite.</source>
   <translation>{0} wurde von einem älteren Pincite geschrieben.</translation>
  </message>
  <message>
   <source>{0} would have more than {1} pages.</source>
   <translation>{0} hätte mehr als {1} Seiten.</translation>
  </message>
  <message>
   <source>{0} {1} in the middle of a reply.</source>
   <translation>{0}: mitten in einer Antwort {1}.</translation>
  </message>
  <message>
   <source>{0} {1}, {2} times in a row.</source>
   <translation>{0}: {1}, {2}-mal hintereinander.</translation>
  </message>
  <message>
   <source>{0}: page {1} can't be drawn at {2} times its size.</source>
   <translation>{0}: Seite {1} kann nicht in {2}-facher Größe gezeichnet werden.</translation>
  </message>
  <message>
   <source>{0}: reading it needs more memory than one document may take.</source>
   <translation>{0}: Das Lesen braucht mehr Arbeitsspeicher, als ein Dokument belegen darf.</translation>
  </message>
  <message>
   <source>{0}: {1}.</source>
   <translation>{0}: {1}.</translation>
  </message>
 </context>
 <context>
  <name>step</name>
  <message>
   <source>1 token</source>
   <translation>1 Token</translation>
  </message>
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
   <source>Nothing was found here.</source>
   <translation>Hier wurde nichts gefunden.</translation>
  </message>
  <message>
   <source>Part {n}</source>
   <translation>Teil {n}</translation>
  </message>
  <message>
   <source>Put in short</source>
   <translation>Kurzfassung</translation>
  </message>
  <message>
   <source>Summarise</source>
   <translation>Zusammenfassung</translation>
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
   <source>broken off</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>cached</source>
   <translation>bekannt</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>from an earlier run</source>
   <translation>aus einem früheren Lauf</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>nicht gefunden</translation>
  </message>
  <message>
   <source>nothing that answers it</source>
   <translation>nichts, was sie beantwortet</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>under way…</source>
   <translation>unterwegs…</translation>
  </message>
  <message>
   <source>{n} tokens</source>
   <translation>{n} Tokens</translation>
  </message>
 </context>
 <context>
  <name>viewer</name>
  <message>
   <source>This page could not be drawn ({error}).</source>
   <translation>Diese Seite konnte nicht gezeichnet werden ({error}).</translation>
  </message>
 </context>
</TS>
