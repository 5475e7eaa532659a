package dev.rondo.processor;

import dev.rondo.processor.check.Checks;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.build.GraphBuilder;
import dev.rondo.processor.plan.PlannedApi;
import dev.rondo.processor.plan.Planner;
import dev.rondo.processor.plan.StandIns;
import dev.rondo.processor.read.ModelReader;
import dev.rondo.processor.shape.ShapedModel;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.processor.write.ModelSources;
import dev.rondo.processor.write.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The way of one model: {@code read → graph → shape → check → plan → write}. */
final class ModelPipeline {
  private final ModelReader reader;
  private final Filer filer;
  private final Options options;
  private final Surroundings surroundings;

  ModelPipeline(ProcessingEnvironment environment, Options options) {
    this.reader = new ModelReader(environment);
    this.filer = environment.getFiler();
    this.options = options;
    this.surroundings = new Surroundings(environment);
  }

  /**
   * Processes a model and reports its errors.
   *
   * @param classes qualified names of the classes of this compilation; those generated are added
   * @return false if something that the model names is not known yet
   */
  boolean process(TypeElement type, Set<String> classes) throws IOException {
    Optional<DeclaredModel> declared = reader.read(type, classes);
    if (declared.isEmpty()) {
      return false;
    }
    Diagnostics diagnostics = new Diagnostics();
    surroundings.check(type, declared.get().origin(), diagnostics);
    if (!diagnostics.leaveApiReadable()) {
      diagnostics.report();
      return true;
    }
    try {
      ModelGraph graph = GraphBuilder.build(declared.get());
      Shaping shaping = Shaping.of(graph);
      PlannedApi api = PlannedApi.of(graph);
      Optional<ShapedModel> model =
          Checks.check(declared.get(), shaping, api.names(), options.slowPath(), diagnostics);
      if (model.isPresent()) {
        write(ModelSources.of(Planner.plan(model.get(), api)), type, classes);
      } else if (diagnostics.leaveApiReadable()) {
        write(ModelSources.of(StandIns.of(graph, api)), type, classes);
      }
    } catch (FilerException e) {
      diagnostics.error(
          Code.CLASS_NAME_TAKEN, declared.get().origin(), nameTaken(type, e.getMessage()));
    } finally {
      diagnostics.report();
    }
    return true;
  }

  /** ECJ takes also a class on the class path for one that is there already, javac does not. */
  private static String nameTaken(TypeElement type, @Nullable String reason) {
    return "\"%s\" needs a name for what it generates that is taken: %s. If an earlier build left that class on"
            .formatted(type.getSimpleName(), reason)
        + " the class path, delete the folder of its output (mvn clean) or take that folder from"
        + " the class path; if the class is yours, rename it or the interface.";
  }

  private void write(List<SourceFile> files, TypeElement type, Set<String> classes)
      throws IOException {
    for (SourceFile file : files) {
      file.write(filer, type);
      classes.add(file.name().canonicalName());
    }
  }
}
