// SPDX-License-Identifier: Apache-2.0
// Brings the schema of a database up to date, step by numbered step, all or nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "store/connection.h"

namespace mingzhang::store {

/// One step of the schema. Steps are numbered 1, 2, 3, … and never change once released.
struct Migration {
  std::int64_t version = 0;
  std::string_view name;  ///< e.g. "books"
  std::string_view sql;   ///< portable SQL, see `Connection::ddl`
};

/// The steps of this program: store/migrations/NNNN_name/up.sql, in order.
std::span<const Migration> migrations();

/// Saves a verified copy of the database as it is, before it changes. Called with the version found, at most once, and
/// while nobody else can write. What it throws stops the migration, and nothing has changed.
using SaveCopy = std::function<void(std::int64_t version)>;

/// What `migrate` did. Equal versions: nothing was to be done.
struct MigrationReport {
  std::int64_t from_version = 0;  ///< 0: there was no schema yet
  std::int64_t to_version = 0;
};

/// Applies the steps that `connection`'s database does not have yet, in one transaction, and records each in the table
/// schema_migration (version, name, SHA-256 of the text). `save_copy` runs first where there was a schema already.
/// Throws WorldError Newer for a schema that has more steps than `steps`, and Unavailable where a step it has is not
/// the one of that number in `steps`; both leave it untouched. Requires steps numbered from 1 without a gap.
MigrationReport migrate(Connection& connection, std::span<const Migration> steps, const SaveCopy& save_copy);

/// The newest step the database has; 0 where it has no schema. Reads only.
std::int64_t schema_version(Connection& connection);

/// Throws WorldError Newer: the database has more steps than the `known` ones.
[[noreturn]] void refuse_newer(Connection& connection, std::int64_t known);

/// Throws as `migrate` does, and WorldError Unavailable where steps are missing. For databases that are only read.
void require_current_schema(Connection& connection, std::span<const Migration> steps);

}  // namespace mingzhang::store
