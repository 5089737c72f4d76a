#!/bin/sh
# Collects the interface's texts into translations/messages.pot and brings every language's file up to
# date; with the name of a folder as argument (cy, zh_Hant, en@easyread), begins that language first.
# Texts that changed come up empty rather than guessed, so nobody reads a translation of something else.
set -eu
cd "$(dirname "$0")/.."

.venv/bin/pybabel --quiet extract --mapping-file pyproject.toml --output-file translations/messages.pot \
    --project Engage --copyright-holder "Engage contributors" --msgid-bugs-address "" \
    --add-location file --sort-output --no-wrap --add-comments "Translators:" \
    --keywords "lazy_gettext lazy_ngettext:1,2 lazy_pgettext:1c,2 lazy_npgettext:1c,2,3" \
    .

for language in "$@"; do
    .venv/bin/pybabel --quiet init --input-file translations/messages.pot --output-dir translations \
        --locale "$language" --no-wrap
    # A new file is marked as fuzzy as a whole, and such a file is never compiled.
    file=translations/$language/LC_MESSAGES/messages.po
    grep -v '^#, fuzzy$' "$file" >"$file.new" && mv "$file.new" "$file"
done

.venv/bin/pybabel --quiet update --input-file translations/messages.pot --output-dir translations \
    --no-fuzzy-matching --no-wrap

# Babel takes the project's name for a version, and writes it back with a second space before it.
for file in translations/*/LC_MESSAGES/messages.po; do
    sed 's/^"Project-Id-Version:  /"Project-Id-Version: /' "$file" >"$file.new" && mv "$file.new" "$file"
done
