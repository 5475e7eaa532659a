package dev.rondo.processor;

import com.google.auto.service.AutoService;
import dev.rondo.SequenceModel;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.read.MisplacedAnnotations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks every interface with {@link SequenceModel @SequenceModel} and generates its classes.
 *
 * <p>A model that names something unknown waits for the next round, because another processor may
 * generate it; if nobody does, the compiler reports it.
 */
@AutoService(Processor.class)
public final class SequenceModelProcessor extends AbstractProcessor {
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private @Nullable ModelPipeline pipeline;

  /** All, so that composed annotations are seen whatever they are called. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Options.SLOW_PATH);
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Options options = Options.of(environment.getOptions());
    for (String fault : options.faults()) {
      environment.getMessager().printMessage(Diagnostic.Kind.ERROR, fault);
    }
    pipeline = new ModelPipeline(environment, options);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        classes.add(type.getQualifiedName().toString());
      }
      new MisplacedAnnotations(processingEnv).report(annotations, round);
      models(annotations, round).forEach(this::process);
    }
    return false;
  }

  /** Returns the models of this round and those that wait. */
  private Set<TypeElement> models(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> models = new LinkedHashSet<>();
    for (String name : waiting) {
      models.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    waiting.clear();
    for (TypeElement annotation : annotations) {
      // looking through a round is much work where it is the one of all generated classes
      if (annotation.getQualifiedName().contentEquals(SequenceModel.class.getName())) {
        ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
            .filter(type -> type.getKind() != ElementKind.ANNOTATION_TYPE)
            .forEach(models::add);
      }
    }
    return models;
  }

  private void process(TypeElement type) {
    try {
      if (pipeline != null && !pipeline.process(type, classes)) {
        waiting.add(type.getQualifiedName().toString());
      }
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, internalFailure(type, e), type);
    }
  }

  private static String internalFailure(QualifiedNameable type, Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "[%s] Rondo failed on \"%s\", which is a mistake of Rondo. Please report it with this"
            .formatted(Code.INTERNAL.text(), type.getSimpleName())
        + " interface and the following.\n"
        + trace;
  }
}
