"""Pages become text: lines, columns, tables, headings. Runs in the parser process only."""
