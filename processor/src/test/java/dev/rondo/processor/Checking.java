package dev.rondo.processor;

import dev.rondo.SequenceModel;
import dev.rondo.processor.check.Checks;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Severity;
import dev.rondo.processor.graph.GeneratedApi;
import dev.rondo.processor.graph.build.GraphBuilder;
import dev.rondo.processor.read.ModelReader;
import dev.rondo.processor.shape.ShapedModel;
import dev.rondo.processor.shape.Shaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads and checks the models of a source, reports their errors, and stops there. */
final class Checking extends AbstractProcessor {
  private final List<ShapedModel> models = new ArrayList<>();

  /** Returns the models without errors. */
  List<ShapedModel> models() {
    return models;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement type :
        ElementFilter.typesIn(round.getElementsAnnotatedWith(SequenceModel.class))) {
      new ModelReader(processingEnv).read(type, Set.of()).ifPresent(this::check);
    }
    return false;
  }

  private void check(DeclaredModel model) {
    Diagnostics diagnostics = new Diagnostics();
    Checks.check(
            model,
            Shaping.of(GraphBuilder.build(model)),
            new GeneratedApi(List.of(), List.of()),
            Severity.NOTE,
            diagnostics)
        .ifPresent(models::add);
    diagnostics.report();
  }
}
