# Finds the Chromium that the browser tests drive; installs one where this user may; else says what to do.
# The names are those that tests/browser.py looks for.
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done

if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if $as_root true 2>/dev/null; then
        echo "Installing Chromium for the browser tests ..."
        $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null \
            && command -v chromium >/dev/null && exit 0
    fi
fi
echo "The browser tests need Chromium: install the package 'chromium' (or Google Chrome), or set CHROMIUM to its path." >&2
exit 1
