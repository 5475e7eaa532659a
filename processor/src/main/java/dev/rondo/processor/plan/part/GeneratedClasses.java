package dev.rondo.processor.plan.part;

import com.palantir.javapoet.ClassName;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.plan.code.Code;
import java.util.List;

/**
 * The generated classes of a model, and what all of them have in common.
 *
 * @param model the interface
 * @param method the name of its one abstract method
 * @param isPublic whether the classes that users see are public, as the interface is
 * @param markGenerated whether they may say {@code @Generated}
 * @param markNullable whether they may say {@code @Nullable}
 * @param qualified simple names that mean something else there, so that types of these names must
 *     be written with their package
 * @param warnings what the compiler would warn of because the user's own types are deprecated
 */
public record GeneratedClasses(
    ClassName model,
    String method,
    ClassName network,
    ClassName example,
    ClassName trainer,
    ClassName predictor,
    ClassName session,
    ClassName input,
    ClassName series,
    ClassName scores,
    ClassName evaluation,
    boolean isPublic,
    boolean markGenerated,
    boolean markNullable,
    List<String> qualified,
    List<String> warnings) {
  public GeneratedClasses {
    qualified = List.copyOf(qualified);
    warnings = List.copyOf(warnings);
  }

  /** Returns the classes of a model. */
  public static GeneratedClasses of(ModelSignature signature) {
    return new GeneratedClasses(
        Code.type(signature.type()),
        signature.method(),
        Code.type(signature.generated("Network")),
        Code.type(signature.generated("Example")),
        Code.type(signature.generated("Trainer")),
        Code.type(signature.generated("Predictor")),
        Code.type(signature.generated("Session")),
        Code.type(signature.generated("Input")),
        Code.type(signature.generated("Series")),
        Code.type(signature.generated("Scores")),
        Code.type(signature.generated("Evaluation")),
        signature.isPublic(),
        signature.available().generated(),
        signature.available().nullable(),
        signature.available().hidden(),
        signature.available().warnings());
  }
}
