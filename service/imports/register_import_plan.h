// SPDX-License-Identifier: Apache-2.0
// The one request that a file of households becomes, and the way back from its refusals to rows and columns.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/hash.h"
#include "households/household_register.h"
#include "service/imports/register_import_rows.h"
#include "service/request.h"

namespace mingzhang::service {

/// What a file asks for. Command i is the household i of the file.
struct RosterPlan {
  Request request;
  std::vector<std::vector<std::int64_t>> rows;  ///< of each household's members
};

/// Gives everybody a salt and every member the digest of their values. Throws WorldError where the generator fails.
void seal_people(std::vector<ImportedHousehold>& households, audit::Hasher& sha256);

/// Says what the register has against the households, each applied in memory on top of the good ones before it, and whose
/// ID numbers it knows already. `households` must have digests; those that are not whole are looked at as far as it goes.
void rehearse(const std::vector<ImportedHousehold>& roster, households::HouseholdRegister& households,
              households::PersonalStore& personal, RosterProblems& problems);

/// Moves the households into the request.
RosterPlan plan_of(const RosterOptions& options, std::vector<ImportedHousehold> households, audit::Hasher& sha256);

/// Says every problem of a refused request with its row and column.
void translate(const Refusal& refusal, const RosterPlan& plan, RosterProblems& problems);

}  // namespace mingzhang::service
