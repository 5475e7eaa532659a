package dev.rondo.processor.check.model;

import dev.rondo.SequenceModel;
import dev.rondo.data.StoredAs;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What model files are to call a model and its inputs is a name, and each has one of its own. */
public final class StoredNameRule implements Rule {
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_.-][A-Za-z0-9 _.-]{0,99}");
  private static final Pattern INPUT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final String EXPECTED = "expected";

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Use use : subject.uses().trunk()) {
      String name = use.is(SequenceModel.class) ? use.values().text("name") : "";
      if (!name.isEmpty() && !MODEL.matcher(name).matches()) {
        diagnostics.error(
            Code.STORED_NAME,
            use.origin().member("name"),
            "%s has name = \"%s\", but a model's name is made of letters from a to z, digits, spaces,"
                    .formatted(use.label(), name)
                + " \"_\", \"-\" and \".\", at most 100. Change it.");
      }
    }
    checkInputs(subject, diagnostics);
  }

  private static void checkInputs(Subject subject, Diagnostics diagnostics) {
    Map<String, String> owners = new HashMap<>();
    owners.put(EXPECTED, "the output");
    for (DeclaredComponent head : subject.model().heads()) {
      owners.put(head.name(), "the output \"" + head.name() + "\"");
    }
    for (DeclaredParameter input : subject.parameters()) {
      owners.put(input.name(), "the input \"" + input.name() + "\"");
    }
    for (Part part : subject.parts()) {
      Optional<Use> use = part.role() == Role.INPUT ? part.use(StoredAs.class) : Optional.empty();
      use.ifPresent(found -> check(part, found, owners, diagnostics));
    }
  }

  private static void check(
      Part input, Use use, Map<String, String> owners, Diagnostics diagnostics) {
    String name = use.values().text("value");
    if (!INPUT.matcher(name).matches()) {
      diagnostics.error(
          Code.STORED_NAME,
          use.origin().member("value"),
          "%s says \"%s\", but the name of an input is made of letters from a to z, digits and \"_\","
                  .formatted(input.label(use), name)
              + " at most 100, and does not start with a digit. Change it.");
      return;
    }
    String own = "the input \"" + input.owner() + "\"";
    String other = owners.put(name, own);
    if (other != null && !other.equals(own)) {
      diagnostics.error(
          Code.STORED_NAME,
          use.origin().member("value"),
          "%s says \"%s\", but %s is called so in model files. Write another name."
              .formatted(input.label(use), name, other));
    }
  }
}
