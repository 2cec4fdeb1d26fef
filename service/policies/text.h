// SPDX-License-Identifier: Apache-2.0
// Packs, rules and answers for people: Chinese first, one fact per line.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "policy/evaluate.h"
#include "policy/pack.h"

namespace mingzhang::service {

std::string pack_text(const policy::Pack& pack, std::string_view sha256);
std::string rule_text(const policy::Rule& rule);
std::string evaluation_text(const policy::Pack& pack, const policy::Rule& rule, const policy::Evaluation& evaluation,
                            Date day);

/// Members one per line, lists and objects indented below their key. Example: "amount: 12751200.00\n".
std::string json_lines(const JsonValue& value, std::size_t indent);

}  // namespace mingzhang::service
