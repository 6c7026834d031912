"""All words said to a model, and the forms that its replies must take."""
