package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.ModelStub;
import java.util.ArrayList;
import java.util.List;

/** The stage from a plan to source files. */
public final class ModelSources {
  private ModelSources() {}

  /** Returns the source files of a model. */
  public static List<SourceFile> of(ModelPlan plan) {
    List<TypeSpec> types = new ArrayList<>();
    if (plan instanceof ModelPlan.OfExamples model) {
      types.add(NetworkWriter.write(model.classes(), model.network()));
      types.add(ExampleWriter.write(model.classes(), model.example()));
      types.add(TrainerWriter.write(model));
      types.add(PredictorWriter.write(model));
      model.session().ifPresent(session -> types.add(SessionWriter.write(plan.classes(), session)));
    } else if (plan instanceof ModelPlan.OfTranslation model) {
      types.add(TranslationNetworkWriter.write(model));
      types.add(ExampleWriter.write(model.classes(), model.example()));
      types.add(TranslationTrainerWriter.write(model));
      types.add(TranslationPredictorWriter.write(model));
    } else if (plan instanceof ModelPlan.OfText model) {
      types.add(NetworkWriter.write(model.classes(), model.network()));
      types.add(TextTrainerWriter.write(model));
      types.add(TextPredictorWriter.write(model));
      types.add(SessionWriter.write(plan.classes(), model.session()));
    }
    return types.stream().map(type -> file(plan.classes(), type)).toList();
  }

  /** Returns the source files of a model with errors, which keep code that uses it quiet. */
  public static List<SourceFile> of(ModelStub stub) {
    return StubWriter.write(stub).stream().map(type -> file(stub.classes(), type)).toList();
  }

  private static SourceFile file(GeneratedClasses classes, TypeSpec type) {
    JavaFile file =
        JavaFile.builder(classes.model().packageName(), type).skipJavaLangImports(true).build();
    ClassName name = ClassName.get(classes.model().packageName(), type.name());
    return new SourceFile(name, Layout.of(file.toString()));
  }
}
