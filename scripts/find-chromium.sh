#!/bin/sh
# Makes sure that the browser tests have a Chromium and a typeface for Urdu; installs them where it may.
set -u

has_chromium() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] ||
        [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

has_nastaliq() {
    [ "$(uname)" = Darwin ] || [ -n "$(fc-list ':lang=ur' family 2>/dev/null)" ]
}

has_chromium && has_nastaliq && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium and the Noto typefaces from the system's packages."
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install -y chromium fontconfig fonts-noto-core >/dev/null
fi

if ! has_chromium; then
    echo "The browser tests need Chromium: install the package chromium (or Google Chrome)." >&2
    exit 1
elif ! has_nastaliq; then
    echo "The browser tests need a typeface for Urdu: install the package fonts-noto-core." >&2
    exit 1
fi
