package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Severity;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.SlowPath;

/**
 * Layers that are computed step by step, which is right but slow.
 *
 * @param severity how much that matters to the user
 */
public record SlowPathRule(Severity severity) implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Node node : subject.shaping().graph().nodes()) {
      SlowPath.of(node.layer())
          .ifPresent(
              path ->
                  diagnostics.add(
                      severity,
                      Code.SLOW_PATH,
                      node.origin().member(path.member()),
                      "%s goes step by step in %s, which takes several times as long: %s."
                              .formatted(subject.label(node), path.when(), path.reason())
                          + " Remove %s where speed matters more.".formatted(path.member())));
    }
  }
}
