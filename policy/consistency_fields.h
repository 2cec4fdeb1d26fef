// SPDX-License-Identifier: Apache-2.0
// The members of a consistency rule and of its checks.
#pragma once

#include <span>
#include <string_view>

#include "policy/kind.h"

namespace mingzhang::policy {

std::span<const Field> consistency_fields();
std::span<const ResultMember> consistency_results();

/// The members of `check` for each of its kinds.
std::span<const Variant> check_variants();
/// Those of one kind; for a word that is no kind the member `kind` alone, which then refuses it.
std::span<const Field> check_fields_of(std::string_view kind);

}  // namespace mingzhang::policy
