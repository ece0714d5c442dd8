# shellcheck shell=bash
# The migrations of the model, and all of them as one idempotent script.
readonly script=migrations/amocrm_qualification.sql

ef() {
    dotnet tool restore >/dev/null
    dotnet ef "$@" --project src/Infrastructure --startup-project src/Infrastructure --configuration Release
}

write_script() {
    mkdir -p "$(dirname "$1")"
    ef migrations script --idempotent --output "$root/$1" "${@:2}" >&2
}

# Takes --no-build where all is built.
check_migrations() {
    local fresh=obj/migrations.sql
    ef migrations has-pending-model-changes "$@" >&2 || fail "The model has changed since the last migration: run ./dev migrate --add NAME"
    write_script "$fresh" --no-build || fail "The migrations cannot be written as a script."
    cmp --quiet "$fresh" "$script" || fail "$script is out of date: run ./dev migrate --sql"
}
