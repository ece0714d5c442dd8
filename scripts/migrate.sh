#!/usr/bin/env bash
#: ./dev migrate              brings the database of ConnectionStrings__Postgres up to date
#: ./dev migrate --add NAME   writes a migration for what changed in the model, and the model as it is compiled
#: ./dev migrate --model      compiles the model anew, for changes that need no migration
#: ./dev migrate --sql        writes all migrations as one idempotent script, migrations/amocrm_qualification.sql
#: ./dev migrate --check      fails when the model, the migrations, that script and the compiled model differ
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/migrations.sh

apply_migrations() {
    [[ -n ${ConnectionStrings__Postgres:-} ]] || fail "ConnectionStrings__Postgres is not set; the service's own database is migrated when the service starts."
    build src/Api
    cd src/Api
    exec dotnet "$root/$api_dll" migrate
}

case ${1:-} in
'' | --add | --model | --sql | --check) need_dotnet ;;
*) fail "./dev migrate knows --add NAME, --model, --sql and --check, not $1" ;;
esac
case ${1:-} in
'') apply_migrations ;;
--add)
    name=${2:?./dev migrate --add needs a name}
    build_uncompiled
    ef migrations add "$name" --output-dir Persistence/Migrations --no-build
    compile_model "$compiled"
    ;;
--model)
    build_uncompiled
    compile_model "$compiled"
    ;;
--sql) write_script "$script" ;;
--check) check_migrations ;;
esac
