// SPDX-License-Identifier: Apache-2.0
// The cells of a row about a person: numbers that spreadsheets destroy, and how a value may be shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/imports/register_import_outcome.h"

namespace mingzhang::service {

/// What is wrong with a cell or worth a look; Ok where nothing is.
/// "110105194912310020" is CheckDigitFails, "110105194912310000" NumberDestroyed (its check fails and all behind the 15th
/// digit is zero), "1.10105E+17" NumberDestroyed, "１１０…" FullWidth, "" IdNumberMissing.
RosterOutcome look_at_id_number(std::string_view cell);
/// Cards and passbooks; "" is Ok.
RosterOutcome look_at_card(std::string_view cell);
/// "" is Ok.
RosterOutcome look_at_phone(std::string_view cell);

/// 是, yes, 1: true. 否, no, 0 and an empty cell: false.
std::optional<bool> read_flag(std::string_view cell);

/// "因病、因学" → 因病, 因学. Separators: 、 ； ; and the full-width comma. Empty parts stay, so that they are refused.
std::vector<std::string> read_causes(std::string_view cell);

}  // namespace mingzhang::service
