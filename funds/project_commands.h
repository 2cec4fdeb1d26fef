// SPDX-License-Identifier: Apache-2.0
// Registering what a project passes through, and signing its gates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "funds/funds.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// Most gates of one project.
inline constexpr std::size_t kGatesMax = 32;

/// Registers the plan of a project of the ledger: project_plan/v1. The gates come from a policy and stand in the record.
struct PlanProject {
  std::string code;                ///< of the ledger's project
  std::string title;
  std::string place;               ///< division code, 2–15 digits
  Date date;
  Money budget;
  std::vector<std::string> gates;  ///< in order, e.g. 调研 论证 申报 招标 监理 报账 审计
  std::string money_gate;          ///< the one at which money is reported, e.g. 报账
};

/// Signs a gate: gate/v1. Only the next one.
struct SignGate {
  std::string project;
  std::string gate;      ///< name
  Date date;             ///< not before the gate in front of it
  std::string by;        ///< role or unit, e.g. 县扶贫办; never a person's name
  std::string evidence;  ///< SHA-256 of the signed paper
};

// See command.h for what these do.
std::vector<Problem> check_request(const PlanProject& command);
std::vector<Problem> check_request(const SignGate& command);
std::vector<Problem> check_state(const PlanProject& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const SignGate& command, Funds& funds, ledger::Book& book);
std::string encode(const PlanProject& command);
std::string encode(const SignGate& command);
std::optional<PlanProject> decode_plan_project(const JsonValue& data);
std::optional<SignGate> decode_sign_gate(const JsonValue& data);
void apply(const PlanProject& command, std::int64_t seq, Funds& funds);
void apply(const SignGate& command, std::int64_t seq, Funds& funds);

/// The first gate before the money gate that is not signed on `date`, or null: money may be reported.
const Gate* unsigned_gate(const ProjectPlan& plan, Date date, Funds& funds);

}  // namespace mingzhang::funds
