"""The reviewer's language: texts and numbers, and what the rooms below the window say."""
