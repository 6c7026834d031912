"""What fills the window and stands around its panels: sides, bars, menus, dialogs."""
