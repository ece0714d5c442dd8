# shellcheck shell=bash
# Counts what tests and checks gave, and says it in one line at the end.
readonly results=$root/TestResults
passed=0 failed=0 skipped=0 failures=()

# Runs a check that is no test; when it fails it counts as one that failed.
check() {
    local name=$1
    shift
    say "== $name"
    ("$@") && return
    failed=$((failed + 1))
    failures+=("$name")
    return 1
}

count_project() {
    local name=$1 code=$2 counters total executed good bad
    counters=$(grep --only-matching --max-count 1 '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null || true)
    total=$(attribute total) executed=$(attribute executed) good=$(attribute passed) bad=$((executed - good))
    if ((code != 0 && bad == 0)); then bad=1; fi # the host died: no counter says so
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
    ((bad == 0)) || failures+=("$name"$'\n'"$(failed_tests "$results/$name.trx")")
}

# Names the tests that failed and says why, in the first lines of each message.
failed_tests() {
    [[ -f $1 ]] || return 0
    awk '
        /<UnitTestResult / { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name); bad = /outcome="Failed"/ }
        bad && /<Message>/ { print "    " name; left = 4 }
        left > 0 { line = $0; gsub(/^ *|<[^>]*>/, "", line); print "        " line; left = /<\/Message>/ ? 0 : left - 1 }
    ' "$1"
}

# A number out of $counters of the caller.
attribute() {
    [[ $counters =~ [[:space:]]$1=\"([0-9]+)\" ]] && printf '%s' "${BASH_REMATCH[1]}" || printf 0
}

summarize() {
    local line="$passed passed, $failed failed"
    ((skipped == 0)) || line+=", $skipped skipped"
    say ""
    if ((failed > 0)); then say "Failed:" && printf '%s\n' "${failures[@]}" >&2; fi
    if ((passed + failed == 0)); then say "No test ran."; fi
    printf '%s\n' "$line"
    ((failed == 0 && passed > 0))
}
