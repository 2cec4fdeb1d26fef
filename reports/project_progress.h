// SPDX-License-Identifier: Apache-2.0
// The progress of projects: per account and fund what has moved in their name.
#pragma once

#include <optional>

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

struct ProjectProgressRequest {
  std::optional<ledger::ProjectId> project;  ///< nothing: every project
  std::optional<Month> until;                ///< last month that is counted; nothing: all
};

/// Rows by project, account and fund code. A sum per project and account class, e.g. all its expenses. Year-end
/// carry-forwards name no project, so what a project has spent stays.
Table project_progress(ledger::LedgerStore& store, const ProjectProgressRequest& request);

}  // namespace mingzhang::reports
