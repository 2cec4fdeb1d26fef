// SPDX-License-Identifier: Apache-2.0
// The states of a household in dynamic management (动态管理), and which changes between them are allowed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang::households {

enum class Status : std::uint8_t {
  Identified = 1,  ///< 已识别: found, procedure under way
  In = 2,          ///< 在册: in the register of poor households
  Exited = 3,      ///< 脱贫: left the register by the exit procedure
  Returned = 4,    ///< 返贫: in the register again
  Removed = 5,     ///< 剔除: was never poor (错评)
};

/// "identified", "in", "exited", "returned", "removed": the word in records and files.
std::string_view word_of(Status status);
/// 已识别, 在册, 脱贫, 返贫, 剔除.
std::string_view chinese_of(Status status);
/// Reads the words and the Chinese.
std::optional<Status> parse_status(std::string_view word);

/// True for `In` and `Returned`: the households that statistics call poor.
bool is_listed(Status status);

/// The table of allowed changes: identified → in, removed; in → exited, removed; exited → returned;
/// returned → exited, removed; removed → identified.
bool may_follow(Status before, Status after);

}  // namespace mingzhang::households
