"""The evaluation: questions with keys, asked of several systems, and how right the answers are."""
