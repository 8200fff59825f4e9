"""Forms made from the declarations of `app.fields`: editors, problems beneath, edit in place."""
