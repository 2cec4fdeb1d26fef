// SPDX-License-Identifier: Apache-2.0
// What would be wrong with some commands if they were asked for now.
#pragma once

#include <span>
#include <string_view>

#include "base/date.h"
#include "service/book_state.h"
#include "service/command.h"
#include "service/request.h"

namespace mingzhang::service {

/// The checks of the write path, each command applied in memory on top of the good ones before it; nothing is written,
/// and `state` must be thrown away afterwards. Who may ask is not looked at. At most `problems_max` problems and those of
/// one more command.
Refusal rehearse(std::span<const Command> commands, std::string_view by, Date today, BookState& state,
                 std::size_t problems_max);

}  // namespace mingzhang::service
