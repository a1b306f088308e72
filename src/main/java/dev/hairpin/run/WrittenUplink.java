package dev.hairpin.run;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.CucumberMessages;
import java.util.List;

/**
 * What the report says of one uplink, whose evidence is written.
 *
 * @param flips checks that had passed when they ended and did not in the end
 */
record WrittenUplink(List<CheckResult> checks, List<CucumberMessages.Flip> flips) {}
