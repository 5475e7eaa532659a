package dev.rondo.processor;

import static com.google.common.truth.Truth.assertWithMessage;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import dev.rondo.SequenceModel;
import dev.rondo.processor.graph.build.GraphBuilder;
import dev.rondo.processor.read.ModelReader;
import dev.rondo.processor.shape.Shaping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/** Reads the models of a source and stops there, so that tests see graph and shapes. */
public final class Probe extends AbstractProcessor {
  private final List<Shaping> models = new ArrayList<>();

  /** Returns the only model of a source. */
  public static Shaping read(Path source) {
    return read(Sources.fileObject(source));
  }

  /** Returns the only model of a source. */
  public static Shaping read(JavaFileObject source) {
    Probe probe = new Probe();
    Compilation compilation = javac().withProcessors(probe).compile(source);
    assertWithMessage("models of %s", compilation).that(probe.models).hasSize(1);
    return probe.models.get(0);
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
      new ModelReader(processingEnv)
          .read(type, Set.of())
          .ifPresent(model -> models.add(Shaping.of(GraphBuilder.build(model))));
    }
    return false;
  }
}
