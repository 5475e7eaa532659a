package dev.rondo.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TrainerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what all trainers have: settings with setters, and how they are created.
 *
 * @param options calls on the builder of options, for what {@code @Training} writes
 * @param settings the fields with setters
 */
record TrainerSpecs(
    GeneratedClasses classes, List<CodeBlock> options, List<TrainerPlan.Setting> settings) {

  /** Adds fields, constructor, factory method and setters. */
  TypeSpec.Builder addTo(TypeSpec.Builder trainer) {
    return trainer
        .addFields(settings.stream().map(TrainerSpecs::field).toList())
        .addMethod(constructor())
        .addMethod(create())
        .addMethods(settings.stream().map(this::setter).toList());
  }

  private static FieldSpec field(TrainerPlan.Setting setting) {
    return FieldSpec.builder(setting.type(), setting.name(), Modifier.PRIVATE)
        .initializer(setting.initial())
        .build();
  }

  private MethodSpec constructor() {
    CodeBlock.Builder calls = CodeBlock.builder();
    options.forEach(option -> calls.add("\n.$L", option));
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement(
            options.isEmpty()
                ? "super($T.builder()$L.build())"
                : "super(\n$T.builder()$>$>$L\n.build()$<$<)",
            RuntimeTypes.TRAINING_OPTIONS,
            calls.build())
        .build();
  }

  private MethodSpec create() {
    return Specs.publicMethod("create")
        .addJavadoc("Returns a new trainer.\n")
        .addModifiers(Modifier.STATIC)
        .returns(classes.trainer())
        .addStatement("return new $T()", classes.trainer())
        .build();
  }

  private MethodSpec setter(TrainerPlan.Setting setting) {
    return Specs.publicMethod(setting.name())
        .addJavadoc("$L\n\n", setting.summary())
        .addJavadoc(
            "@param $N $L; $L by default\n", setting.parameter(), setting.range(), setting.shown())
        .addJavadoc("@throws $T if it is out of range\n", IllegalArgumentException.class)
        .returns(classes.trainer())
        .addParameter(setting.type(), setting.parameter())
        .addStatement("$N = $L", setting.name(), setting.checked())
        .addStatement("return this")
        .build();
  }
}
