package io.github.releasesync.maven;

import io.github.releasesync.project.settings.RuleSpec;
import java.util.ArrayList;
import java.util.List;

/** The parameter {@code rules}: elements in the POM, and one line. */
public class RulesParameter extends ListParameter<RuleParameters> {

  /**
   * Adds a {@code <rule>}; Maven calls it.
   *
   * @param rule the element
   */
  public void addRule(RuleParameters rule) {
    add(rule);
  }

  /** The rules of the POM, then those of the line, which override them; none for null. */
  static List<RuleSpec> specs(RulesParameter rules) {
    List<RuleSpec> specs = new ArrayList<>();
    if (rules != null) {
      rules.elements().stream().map(RuleParameters::toSpec).forEach(specs::add);
      rules.line().map(RuleSpec::parse).ifPresent(specs::addAll);
    }
    return specs;
  }
}
