#!/usr/bin/env bash
#: ./dev test [filter]        runs every test, or those whose full name contains the filter (or: --filter EXPRESSION)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/web.sh
source scripts/lib/migrations.sh
source scripts/lib/results.sh

readonly longest=tests/Integration.Tests/Integration.Tests.csproj

# One compiler for all projects has what it compiles itself to do only once; it does not outlive the build.
build_once() {
    local code=0
    build "$@" -p:UseSharedCompilation=true || code=$?
    dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
    return "$code"
}

test_project() {
    local project=$1 name code=0
    local patience=$((600 + ${NETWORK_TEST_SECONDS:-0} + ${OUTAGE_TEST_SECONDS:-0} + ${FUZZ_SECONDS:-0})) # a test may be told to last
    shift
    name=$(basename "$project" .csproj)
    say "== $name"
    dotnet test "$project" --no-build --configuration Release --verbosity quiet --results-directory "$results" \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
        --blame-hang-timeout "${patience}s" --blame-hang-dump-type none "$@" >&2 || code=$?
    count_project "$name" "$code"
}

test_web() {
    check "web: packages" install_web || return 0
    check "web: lint" in_web npm run lint || true
    check "web: types" check_types || true
    test_with_node "web: vitest" vitest vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json"
    check "web: build" in_web npm run build || return 0
    check "web: size" in_web npm run size || true
    check "web: Chromium" need_chromium || return 0
    test_with_node "web: browser" playwright playwright test --reporter=line,json
}

check_types() {
    write_types ../obj/api-types.ts
    cmp --quiet obj/api-types.ts "web/$api_types" || fail "web/$api_types is out of date: run ./dev types"
    in_web npm run typecheck
}

# Runs a test tool of the web app and counts what its report $results/NAME.json says.
test_with_node() {
    local title=$1 name=$2 code=0 report counts good bad rest
    shift 2
    say "== $title"
    PLAYWRIGHT_JSON_OUTPUT_FILE=$results/$name.json in_web npx "$@" || code=$?
    report=$(node web/scripts/count-tests.js "$results/$name.json" 2>/dev/null || echo 0 0 0)
    counts=${report%%$'\n'*}
    read -r good bad rest <<<"$counts"
    if ((code != 0 && bad == 0)); then bad=1; fi
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + rest))
    ((bad == 0)) || failures+=("$title${report#"$counts"}")
}

# The web app is tested beside everything else, as a browser mostly waits; what it says is shown in one piece.
begin_web() {
    set -m # a process group of its own, to be ended as one
    {
        test_web
        printf '%s\0' "$passed" "$failed" "$skipped" "${failures[@]}" >"$results/web.counts"
    } </dev/null >"$results/web.log" 2>&1 &
    web=$!
    set +m
    trap 'kill -TERM -- "-$web" 2>/dev/null || true' EXIT
}

end_web() {
    local told=()
    wait "$web" || true
    trap - EXIT
    cat "$results/web.log" >&2
    if [[ -f $results/web.counts ]]; then mapfile -d '' -t told <"$results/web.counts"; else told=(0 1 0 "web"); fi
    passed=$((passed + told[0])) failed=$((failed + told[1])) skipped=$((skipped + told[2]))
    failures+=("${told[@]:3}")
}

filter=()
case ${1:-} in
'') ;;
-*) filter=("$@") ;;
*) filter=(--filter "FullyQualifiedName~$1" "${@:2}") ;;
esac

need_dotnet
need_own_database
# Processes of tests live for seconds: what makes the runtime fast in the long run costs them more than it brings.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 DOTNET_TC_CallCountThreshold=400
export PROPERTY_VALUES=${PROPERTY_VALUES:-all}
rm -rf "$results"
mkdir -p "$results"
if check "build" build_once AmoCrmQualification.sln -warnaserror; then
    if ((${#filter[@]} == 0)); then begin_web; fi
    if ((${#filter[@]} == 0)); then check "migrations" check_migrations --no-build || true; fi
    # The longest last, and in it those that have the machine for themselves: the web app is done by then.
    for project in tests/*/*.csproj; do [[ $project == "$longest" ]] || test_project "$project" "${filter[@]}"; done
    test_project "$longest" "${filter[@]}"
    if ((${#filter[@]} == 0)); then end_web; fi
fi
summarize
