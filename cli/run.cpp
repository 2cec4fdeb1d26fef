// SPDX-License-Identifier: Apache-2.0
// Parses, runs the verb, and turns what still goes wrong into a refusal.
#include "cli/run.h"

#include <exception>
#include <new>

#include "base/world_error.h"
#include "cli/command_tree.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "service/request_outcome.h"

namespace mingzhang::cli {
namespace {

using service::RequestOutcome;

service::Refusal refusal(RequestOutcome outcome, const std::string& detail) {
  return service::refusal(service::info_of(outcome), detail);
}

int run_verb(const CommandLine& line, Desk& desk) {
  try {
    return line.verb->run(desk, line.values);
  } catch (const WorldError& error) {
    return desk.output().refuse(refusal(service::outcome_of(error.fault()), error.what()));
  } catch (const std::bad_alloc&) {
    return desk.output().refuse(refusal(RequestOutcome::OutOfMemory, ""));
  } catch (const std::exception& error) {
    return desk.output().refuse(refusal(RequestOutcome::WorldFailed, error.what()));
  }
}

}  // namespace

int run(const std::vector<std::string>& words, const service::Backend& backend, const Surroundings& surroundings) {
  const std::vector<Verb> verbs = all_verbs();
  const CommandLine line = parse_command_line(words, verbs);
  Output output(surroundings.data, surroundings.notes, line.options.is_json);
  int code = kDone;
  if (line.is_wrong) {
    code = output.refuse(usage_refusal(plain(line.text)));
  } else if (line.verb == nullptr) {
    output.data(line.text);
  } else {
    Desk desk(backend, line.options, output, surroundings.input, surroundings.clock);
    code = run_verb(line, desk);
  }
  // A full disk or a closed pipe behind the data must not look like success.
  if (!output.finish() && code == kDone) code = kFailed;
  return code;
}

}  // namespace mingzhang::cli
