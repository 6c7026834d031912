"""Child processes: how one is started and asked, and what it leaves when it crashes."""
