package dev.rondo.processor;

import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.plan.code.RuntimeTypes;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What generated classes need, whatever the model is: Java 17 and the runtime. */
record Surroundings(ProcessingEnvironment environment) {
  /** Adds an error for each that is missing. */
  void check(TypeElement model, Origin origin, Diagnostics diagnostics) {
    if (environment.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
      diagnostics.error(
          Code.SOURCE_LEVEL,
          origin,
          "\"%s\" is compiled as Java %s, but the classes that it generates need Java 17. Write <maven.compiler.release>17</maven.compiler.release>, or --release 17."
              .formatted(
                  model.getSimpleName(),
                  environment.getSourceVersion().name().substring("RELEASE_".length())));
    }
    if (!sees(model, RuntimeTypes.TRAINER.canonicalName())) {
      diagnostics.error(
          Code.RUNTIME_MISSING,
          origin,
          "The classes that \"%s\" generates call the runtime, which is not there. Add rondo-runtime-djl to the dependencies; a module also needs \"requires %s\"."
              .formatted(model.getSimpleName(), RuntimeTypes.RUNTIME));
    }
  }

  private boolean sees(TypeElement model, String name) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(model);
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }
}
