"""The one table of what the reviewer can do, and by which keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the reviewer can do.

    Attributes:
        id: names it in code and settings.
        text: as menus show it, with a mnemonic; untranslated.
        handler: the method that does it, as a path from the window ("viewer.zoom_in").
        menu: the menu it stands in; untranslated.
        shortcut: the keys, in Qt's portable notation; several parted by "; ".
        icon: the icon's name, or "".
        tip: what it does, where the text does not say; untranslated.
        needs: what must be so for it to be possible: see `Actions.set_state`.
        checkable: whether it is on or off.
        group: entries of a menu whose groups differ are parted by a line.
    """

    id: str
    text: str
    handler: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    needs: tuple[str, ...] = ()
    checkable: bool = False
    group: int = 0


def _t(text: str) -> str:
    """Marks a string for translation in the context "actions"."""
    return str(QT_TRANSLATE_NOOP("actions", text))


MATTER = _t("&Matter")
EDIT = _t("&Edit")
VIEW = _t("&View")
GO = _t("&Go")
RUN = _t("&Run")
HELP = _t("&Help")
MENUS = (MATTER, EDIT, VIEW, GO, RUN, HELP)

TABLE: tuple[ActionSpec, ...] = (
    ActionSpec("add_documents", _t("&Add documents…"), "matter.add_documents", MATTER, "Ctrl+O",
               "file-plus", _t("Open PDF, Word, HTML, Markdown or text files")),
    ActionSpec("add_folder", _t("Add a &folder…"), "matter.add_folder", MATTER, "Ctrl+Shift+D",
               "folder-open", _t("Open every document in a folder")),
    ActionSpec("new_matter", _t("&New matter"), "matter.new", MATTER, "Ctrl+N", "briefcase",
               _t("Start an empty matter"), group=1),
    ActionSpec("open_matter", _t("&Open matter…"), "matter.open", MATTER, "Ctrl+Shift+O", "",
               _t("Open a matter file"), group=1),
    ActionSpec("open_sample", _t("Open the &sample matter"), "matter.open_sample", MATTER, "",
               "sparkle", _t("A services agreement, a patient record and a scan to try"), group=1),
    ActionSpec("save_matter_as", _t("Sa&ve matter as…"), "matter.save_as", MATTER, "Ctrl+Shift+S",
               "save", _t("Move this matter to a file of your choice"), group=2),
    ActionSpec("export_report", _t("&Export report…"), "exports.ask_report", MATTER, "Ctrl+E",
               "export", _t("Write this run to PDF, HTML or Markdown"), ("answer",), group=2),
    ActionSpec("export_all", _t("Export a&ll questions…"), "exports.ask_all", MATTER, "",
               "export", _t("Write every question and its answer to PDF, HTML or Markdown"),
               ("asked",), group=2),
    ActionSpec("export_table", _t("Export the &table…"), "exports.ask_table", MATTER, "",
               "export", _t("Write the table to Excel, CSV, HTML or JSON"), ("table",), group=2),
    ActionSpec("export_chronology", _t("Export the &chronology…"), "exports.ask_chronology",
               MATTER, "", "export",
               _t("Write the dates in cited passages to PDF, Excel, CSV or HTML"),
               ("dates",), group=2),
    ActionSpec("export_marks", _t("Save a mar&ked copy…"), "marked_copy.ask", MATTER, "",
               "download", _t("Write a copy of this PDF with your marks as annotations"),
               ("marked",), group=2),
    ActionSpec("remove_document", _t("Re&move document"), "panel.remove_chosen", MATTER, "",
               "trash", _t("Take the chosen document out of the matter"),
               ("document", "idle"), group=3),
    ActionSpec("quit", _t("&Quit"), "close", MATTER, "Ctrl+Q", group=4),

    ActionSpec("undo", _t("&Undo"), "matter.undo", EDIT, "Ctrl+Z", "undo", "", ("undo",)),
    ActionSpec("redo", _t("&Redo"), "matter.redo", EDIT, "Ctrl+Shift+Z; Ctrl+Y", "redo", "",
               ("redo",)),
    ActionSpec("cut", _t("Cu&t"), "editing.cut", EDIT, "Ctrl+X", "", "", ("cut",), group=1),
    ActionSpec("copy", _t("&Copy"), "editing.copy", EDIT, "Ctrl+C", "copy",
               _t("Copy the selection"), ("copy",), group=1),
    ActionSpec("paste", _t("&Paste"), "editing.paste", EDIT, "Ctrl+V", "", "", ("paste",),
               group=1),
    ActionSpec("select_all", _t("Select a&ll"), "editing.select_all", EDIT, "Ctrl+A", "", "",
               ("select_all",), group=1),
    ActionSpec("copy_citation", _t("Copy &with citation"), "viewer.copy_with_citation", EDIT,
               "Ctrl+Shift+C", "quote", _t("Copy the selection with document and page"),
               ("selection",), group=2),
    ActionSpec("copy_answer", _t("Copy &answer with sources"), "answer.copy", EDIT,
               "Ctrl+Alt+C", "copy", "", ("answer",), group=2),
    ActionSpec("accept", _t("Accept the c&itation"), "answer.citations.accept", EDIT,
               "A", "check",
               _t("Accept the active citation, or take that back"), ("answer",), group=3),
    ActionSpec("reject", _t("Re&ject the citation"), "answer.citations.reject", EDIT, "X", "close",
               _t("Reject the active citation, or take that back"), ("answer",), group=3),
    ActionSpec("flag", _t("Fla&g the citation"), "answer.citations.flag", EDIT, "F", "flag",
               _t("Flag the active citation, or take that back"), ("answer",), group=3),
    ActionSpec("highlight", _t("&Highlight"), "marking.highlight", EDIT, "H", "highlight",
               _t("Mark the selection"), ("selection",), group=4),
    ActionSpec("add_note", _t("Add a &note…"), "marking.note", EDIT, "N", "note",
               _t("Mark the selection and say something about it"), ("selection",), group=4),
    ActionSpec("add_tags", _t("Add tag&s…"), "marking.tag", EDIT, "T", "flag",
               _t("Mark the selection with issue codes"), ("selection",), group=4),
    ActionSpec("find", _t("&Find in document"), "viewer.show_find", EDIT, "Ctrl+F", "search", "",
               ("document",), group=5),
    ActionSpec("find_next", _t("Find ne&xt"), "viewer.find_next", EDIT, "F3", "", "",
               ("document",), group=5),
    ActionSpec("find_previous", _t("Find pre&vious"), "viewer.find_previous", EDIT, "Shift+F3", "",
               "", ("document",), group=5),
    ActionSpec("preferences", _t("Pr&eferences…"), "dialogs.show_preferences", EDIT, "Ctrl+,",
               "settings", group=6),

    ActionSpec("zoom_in", _t("&Zoom in"), "viewer.zoom_in", VIEW, "Ctrl++; Ctrl+=", "zoom-in", "",
               ("document",)),
    ActionSpec("zoom_out", _t("Zoom &out"), "viewer.zoom_out", VIEW, "Ctrl+-", "zoom-out", "",
               ("document",)),
    ActionSpec("zoom_reset", _t("&Actual size"), "viewer.zoom_reset", VIEW, "Ctrl+0", "", "",
               ("document",)),
    ActionSpec("fit_width", _t("Fit &width"), "viewer.fit_width", VIEW, "Ctrl+1", "fit-width", "",
               ("document",)),
    ActionSpec("fit_page", _t("Fit &page"), "viewer.fit_page", VIEW, "Ctrl+2", "fit-page", "",
               ("document",)),
    ActionSpec("rotate", _t("&Rotate"), "viewer.rotate", VIEW, "Ctrl+R", "rotate",
               _t("Turn the pages by a quarter"), ("document",)),
    ActionSpec("two_pages", _t("&Two pages"), "viewer.set_two_pages", VIEW, "Ctrl+3",
               "two-pages", "", ("document",), checkable=True, group=1),
    ActionSpec("beside", _t("Two documents &side by side"), "shell.reading.show_beside", VIEW,
               "Ctrl+\\", "split", _t("Show a second document beside this one"), ("document",),
               checkable=True, group=1),
    ActionSpec("night", _t("&Night pages"), "viewer.set_night", VIEW, "Ctrl+I", "night",
               _t("Light text on dark pages; pictures stay as they are"), ("document",),
               checkable=True, group=1),
    ActionSpec("following", _t("&Follow the reading"), "following.set_on", VIEW, "Ctrl+Shift+F",
               "eye", _t("Scroll along with what the model reads"), checkable=True, group=1),
    ActionSpec("show_matter", _t("Show the &matter"), "shell.show_matter", VIEW, "Alt+1",
               "briefcase", _t("Documents and history"), group=2),
    ActionSpec("show_outline", _t("Show the o&utline"), "shell.show_outline", VIEW, "Alt+2",
               "outline", _t("Headings of the document"), group=2),
    ActionSpec("show_pages", _t("Show small pa&ges"), "shell.show_pages", VIEW, "Alt+3",
               "grid", _t("Small pictures of all pages"), group=2),
    ActionSpec("show_coverage", _t("Show pages rea&d"), "shell.show_coverage", VIEW, "Alt+4",
               "layers", _t("Which pages were read in this run, in others, or never"), group=2),
    ActionSpec("show_marks", _t("Show mar&ks"), "shell.show_marks", VIEW, "Alt+5",
               "highlight", _t("Highlights, notes and tags"), group=2),
    ActionSpec("show_left", _t("L&eft side"), "panels.show_left", VIEW, "Ctrl+B",
               "panel-left", _t("Open or close the left side"), checkable=True, group=3),
    ActionSpec("show_right", _t("&Question and answer"), "panels.show_right", VIEW, "Ctrl+Shift+B",
               "panel-right", checkable=True, group=3),
    ActionSpec("show_trace", _t("Tra&ce"), "shell.show_trace", VIEW, "Ctrl+J", "panel-bottom",
               _t("Every turn, cell and sub-call of the run"), checkable=True, group=3),
    ActionSpec("show_table", _t("Ta&ble"), "shell.show_table", VIEW, "Ctrl+T", "table",
               _t("Ask each question of each document"), group=3),
    ActionSpec("show_chronology", _t("C&hronology"), "shell.show_chronology", VIEW,
               "Ctrl+Shift+T", "timeline", _t("The dates in cited passages, in order"), group=3),
    ActionSpec("text_larger", _t("Larger text"), "looks.text_larger", VIEW, "Ctrl+Alt++",
               group=4),
    ActionSpec("text_smaller", _t("Smaller text"), "looks.text_smaller", VIEW, "Ctrl+Alt+-",
               group=4),
    ActionSpec("next_theme", _t("L&ight or dark"), "looks.next_theme", VIEW, "Ctrl+Shift+L",
               "theme", group=4),
    ActionSpec("full_screen", _t("Full screen"), "looks.set_full_screen", VIEW, "F11",
               "full-screen", checkable=True, group=4),

    ActionSpec("back", _t("&Back"), "viewer.back", GO, "Alt+Left", "back",
               _t("Back to where you were before the last jump"), ("back",)),
    ActionSpec("forward", _t("&Forward"), "viewer.forward", GO, "Alt+Right", "forward", "",
               ("forward",)),
    ActionSpec("goto_page", _t("&Go to page…"), "pane.focus_page", GO, "Ctrl+G", "", "",
               ("document",), group=1),
    ActionSpec("next_citation", _t("&Next citation"), "answer.next_citation", GO, "F8", "",
               "", ("answer",), group=2),
    ActionSpec("previous_citation", _t("&Previous citation"), "answer.previous_citation", GO,
               "Shift+F8", "", "", ("answer",), group=2),
    ActionSpec("next_panel", _t("Next p&anel"), "shell.next_panel", GO, "F6", group=3),
    ActionSpec("previous_panel", _t("Pre&vious panel"), "shell.previous_panel", GO, "Shift+F6",
               group=3),
    ActionSpec("focus_question", _t("&Question box"), "shell.focus_question", GO, "Ctrl+L",
               group=3),

    ActionSpec("run", _t("&Run the question"), "asking.start", RUN, "Ctrl+Return; Ctrl+Enter",
               "play", _t("Work through the documents to answer the question"),
               ("documents", "idle")),
    ActionSpec("stop", _t("&Stop"), "asking.stop", RUN, "Ctrl+.", "stop",
               _t("Stop the run; what it found is kept"), ("running",)),
    ActionSpec("pause", _t("&Pause"), "asking.pause", RUN, "Ctrl+Shift+.", "pause",
               _t("Hold the run up; its time stands still until it goes on"), ("running",),
               checkable=True),
    ActionSpec("resume", _t("Res&ume the run"), "asking.resume", RUN, "Ctrl+Shift+R", "history",
               _t("Go on with a run that was stopped or interrupted"), ("resumable", "idle")),
    ActionSpec("ask_again", _t("Ask &again"), "asking.ask_again", RUN, "", "",
               _t("Put this run's question in the question box"), ("shown",), group=1),
    ActionSpec("follow_up", _t("Ask a follo&w-up"), "asking.follow_up", RUN, "Ctrl+Shift+Return",
               "chat", _t("Ask a question that follows the one on show"), ("answer",), group=1),
    ActionSpec("ask_selection", _t("Ask about the se&lection"), "asking.ask_selection", RUN,
               "Ctrl+Shift+A", "chat", "", ("selection",), group=1),
    ActionSpec("edit_cell", _t("Edit a &cell and run on"), "trace.edit_cell", RUN, "", "branch",
               _t("Change a cell of the run on show; a new run goes on from there"),
               ("shown", "idle"), group=2),
    ActionSpec("replay", _t("Repla&y the run"), "runs.replay", RUN, "", "step-forward",
               _t("Show again, step by step, what the model read"), ("shown", "idle"), group=2),
    ActionSpec("recipes", _t("R&ecipes…"), "tables.edit_recipes", RUN, "", "table",
               _t("Read, edit and save sets of questions"), group=3),

    ActionSpec("palette", _t("&Commands…"), "dialogs.show_palette", HELP, "Ctrl+K", "command",
               _t("Find any command by its name")),
    ActionSpec("shortcuts", _t("&Keyboard shortcuts"), "dialogs.show_shortcuts", HELP, "?; F1",
               "keyboard"),
    ActionSpec("models", _t("&Models…"), "dialogs.show_models", HELP, "", "cpu",
               _t("Fetch, choose and remove models"), group=1),
    ActionSpec("about", _t("&About Pincite"), "dialogs.show_about", HELP, group=2),
)  # fmt: skip
