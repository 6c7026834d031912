"""The words, sentences and blocks of a document in little memory."""
