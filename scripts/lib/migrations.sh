# shellcheck shell=bash
# The migrations of the model, all of them as one idempotent script, and the compiled model.
readonly script=migrations/amocrm_qualification.sql
readonly compiled=src/Infrastructure/Model/Compiled

ef() {
    dotnet tool restore >/dev/null
    dotnet ef "$@" --project src/Infrastructure --startup-project src/Infrastructure --configuration Release
}

write_script() {
    mkdir -p "$(dirname "$1")"
    ef migrations script --idempotent --output "$root/$1" "${@:2}" >&2
}

# A compiled model of what no longer exists could not be built.
build_uncompiled() { build src/Infrastructure -p:WithoutCompiledModel=true; }

compile_model() {
    rm -rf "$1"
    ef dbcontext optimize --output-dir "$root/$1" --namespace AmoCrmQualification.Infrastructure.Model --no-build >/dev/null
}

# Takes --no-build where all is built.
check_migrations() {
    local fresh=obj/migrations.sql
    ef migrations has-pending-model-changes "$@" >&2 || fail "The model has changed since the last migration: run ./dev migrate --add NAME"
    write_script "$fresh" --no-build || fail "The migrations cannot be written as a script."
    cmp --quiet "$fresh" "$script" || fail "$script is out of date: run ./dev migrate --sql"
    compile_model obj/model || fail "The model cannot be compiled."
    diff --recursive --brief --ignore-matching-lines=modelId: obj/model "$compiled" >&2 || fail "$compiled is out of date: run ./dev migrate --model"
}
