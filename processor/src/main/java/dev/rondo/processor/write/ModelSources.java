package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.ModelPlan;
import java.util.List;

/** The stage from a plan to source files. */
public final class ModelSources {
  private ModelSources() {}

  /** Returns the source files of a model. */
  public static List<SourceFile> of(ModelPlan plan) {
    ClassWriter writer = new ClassWriter(plan.classes());
    String packageName = plan.classes().model().packageName();
    return plan.types().stream().map(type -> file(packageName, writer.write(type))).toList();
  }

  private static SourceFile file(String packageName, TypeSpec type) {
    JavaFile file = JavaFile.builder(packageName, type).skipJavaLangImports(true).build();
    return new SourceFile(ClassName.get(packageName, type.name()), Layout.of(file.toString()));
  }
}
