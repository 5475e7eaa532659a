package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;

/** In a record, names of things are symbols with an embedding, and sizes have none. */
public final class SymbolRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role() == Role.OF_STEP || part.role() == Role.OF_VECTOR) {
      checkComponent(part, errors);
    }
    part.use(Category.class).ifPresent(use -> checkCounts(part, use, errors));
  }

  private static void checkComponent(Part part, Errors errors) {
    Optional<Use> category = part.use(Category.class);
    Optional<Use> embedding = part.use(Embedding.class);
    embedding
        .filter(use -> use.shared().isPresent())
        .ifPresent(
            use ->
                errors.error(
                    Code.ANNOTATION_UNREAD,
                    use.origin(),
                    "%s is @Shared, but each component of a record has weights of its own. Remove @Shared."
                        .formatted(part.label(use))));
    if (part.type().isText() && category.isEmpty()) {
      errors.error(
          Code.TEXT_IN_RECORD,
          part.origin(),
          "%s is a String in a record, but does not say what it is. Write @Category @Embedding(size = 16)"
                  .formatted(part.label())
              + " for a name of something, or make a text a parameter of its own.");
    } else if (category.isPresent() && embedding.isEmpty() && Types.canBeSymbol(part.type())) {
      errors.error(
          Code.NO_EMBEDDING,
          category.get().origin(),
          "%s makes a symbol of it, which must be looked up before a layer can read it. Write"
                  .formatted(part.label(category.get()))
              + " @Embedding(size = 16) behind it.");
    } else if (category.isEmpty() && embedding.isPresent()) {
      checkEmbedded(part, embedding.get(), errors);
    }
  }

  private static void checkEmbedded(Part part, Use embedding, Errors errors) {
    DeclaredType type = part.type();
    if (type instanceof DeclaredType.Number) {
      errors.error(
          Code.EMBEDDING_OF_NUMBER,
          embedding.origin(),
          "%s looks up what %s names, but %s is a size. "
                  .formatted(part.label(embedding), article(type), article(type))
              + (Types.canBeSymbol(type)
                  ? "If its numbers are ids, write @Category before it, else remove it."
                  : "Remove it; if its numbers are ids, make it @Category long."));
    } else if (!type.isText() && !(type instanceof DeclaredType.Enumeration)) {
      errors.error(
          Code.NOTHING_TO_EMBED,
          embedding.origin(),
          "%s looks symbols up, but %s holds none. Remove it."
              .formatted(part.label(embedding), article(type)));
    }
  }

  private static String article(DeclaredType type) {
    return (type.text().matches("[aeiouAEIOU].*") ? "an " : "a ") + type.text();
  }

  private static void checkCounts(Part part, Use category, Errors errors) {
    for (String member : List.of("vocabulary", "minFrequency")) {
      int count = category.values().integer(member);
      if (count < 1) {
        errors.error(
            Code.TEXT_VALUE_OUT_OF_RANGE,
            category.origin().member(member),
            "%s has %s = %s, but it must be at least 1. Change it."
                .formatted(part.label(category), member, count));
      }
    }
  }
}
