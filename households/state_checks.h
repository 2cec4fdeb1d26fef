// SPDX-License-Identifier: Apache-2.0
// Checks against the register that several commands share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "households/household_register.h"
#include "households/refusals.h"

namespace mingzhang::households {

/// The household, where it is known and was registered by `date`; otherwise null and the refusal.
const Household* household_on(std::string_view code, Date date, HouseholdRegister& households, Refusals& refusals);

/// A household can be put into this division on `date`: a village or group in force, that never ends without a successor.
void check_home(std::string_view division, Date date, const Divisions& divisions, Refusals& refusals);

/// The person can join a household on `date`: not erased, in no other on that day or later, with a digest if new.
void check_joining(std::string_view person, std::string_view digest, Date date, HouseholdRegister& households,
                   const std::string& place, Refusals& refusals);

/// Causes of a request: 1 to 8 words, none twice.
void check_causes(const std::vector<std::string>& causes, Refusals& refusals);

/// Puts the person into the register or moves their pointer, after `check_joining`. `digest` may be empty if known.
void put_person(const Stay& stay, std::string_view digest, HouseholdRegister& households);

}  // namespace mingzhang::households
