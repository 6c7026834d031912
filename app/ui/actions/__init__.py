"""What the reviewer can do: one table, behind menus, keys and the command palette."""
