#!/bin/sh
# What the image of that name does, as far as our chart needs it: a new folder gets its tables and root's password, and
# options go to the server.
set -eu
data=/var/lib/mysql
if [ ! -d "$data/mysql" ]; then
    mariadb-install-db --no-defaults --datadir="$data" --skip-test-db --auth-root-authentication-method=normal >/dev/null
    printf "FLUSH PRIVILEGES;\nALTER USER root@localhost IDENTIFIED BY '%s';\n" "$MARIADB_ROOT_PASSWORD" |
        mariadbd --no-defaults --datadir="$data" --bootstrap
fi
exec mariadbd --no-defaults --datadir="$data" --socket=/run/mysqld/mysqld.sock --bind-address=0.0.0.0 "$@"
