"""The reviewer's marks: highlights, notes and tags."""
