"""What a questionnaire is: its document, conditions, route, texts and kinds of question. Pure."""
