package dev.rondo.processor;

import dev.rondo.processor.check.Checks;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.build.GraphBuilder;
import dev.rondo.processor.read.ModelReader;
import dev.rondo.processor.shape.ShapedModel;
import dev.rondo.processor.shape.Shaping;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** The way of one model from source to source: {@code read → graph → shape → check → write}. */
final class ModelPipeline {
  private final ModelReader reader;
  private final Generator generator;

  ModelPipeline(ModelReader reader, Generator generator) {
    this.reader = reader;
    this.generator = generator;
  }

  /**
   * Processes a model and reports its errors.
   *
   * @param userTypes qualified names of the types that users wrote
   * @return false if something that the model names is not known yet
   */
  boolean process(TypeElement type, Set<String> userTypes) throws IOException {
    Optional<DeclaredModel> declared = reader.read(type, userTypes);
    if (declared.isEmpty()) {
      return false;
    }
    Diagnostics diagnostics = new Diagnostics();
    Optional<ModelGraph> graph = GraphBuilder.build(declared.get());
    Optional<Shaping> shaping = graph.map(Shaping::of);
    Optional<ShapedModel> model = Checks.check(declared.get(), shaping, diagnostics);
    try {
      if (model.isPresent()) {
        generator.generate(model.get(), type);
      } else if (graph.isPresent() && diagnostics.leaveApiReadable()) {
        generator.generateStubs(graph.get().signature(), type);
      }
    } catch (FilerException e) {
      diagnostics.error(
          Code.CLASS_NAME_TAKEN,
          declared.get().origin(),
          "A class cannot be generated for \"%s\": %s. Rename the interface or that type."
              .formatted(type.getSimpleName(), e.getMessage()));
    }
    diagnostics.report();
    return true;
  }
}
