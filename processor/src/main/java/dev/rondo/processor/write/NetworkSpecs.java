package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.NetworkFrame;
import dev.rondo.processor.plan.NetworkPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what all networks have: a field for each layer, and what files must agree with. */
record NetworkSpecs(GeneratedClasses classes, NetworkFrame frame) {

  /** Starts the class, with fields, constructor and signature. */
  TypeSpec.Builder start(ClassName superclass) {
    return Specs.internal(classes, classes.network())
        .addModifiers(Modifier.FINAL)
        .superclass(superclass)
        .addJavadoc(javadoc())
        .addFields(frame.layers().stream().map(NetworkSpecs::field).toList())
        .addMethod(constructor())
        .addMethod(signature());
  }

  /** Adds assignments to a method. */
  static void addSteps(List<NetworkPlan.Step> steps, MethodSpec.Builder method) {
    for (NetworkPlan.Step step : steps) {
      CodeBlock type =
          step.declared().map(declared -> CodeBlock.of("$T ", declared)).orElse(CodeBlock.of(""));
      method.addStatement("$L$N =$W$L", type, step.variable(), step.value());
    }
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc =
        CodeBlock.builder()
            .add("The network of {@link $T}.\n\n<table>\n", classes.model())
            .add("  <caption>$L</caption>\n", frame.caption())
            .add("  <tr><th>layer</th><th>written as</th>")
            .add("<th>output</th><th>parameters</th></tr>\n");
    for (NetworkPlan.TableRow row : frame.table()) {
      javadoc.add(
          "  <tr><td>$L</td><td>$L</td><td>$L</td><td>$L</td></tr>\n",
          row.layer(),
          row.written(),
          row.output(),
          row.parameters());
      row.note()
          .ifPresent(note -> javadoc.add("  <tr><td></td><td colspan=\"3\">$L</td></tr>\n", note));
    }
    return javadoc.add("</table>\n").build();
  }

  private static FieldSpec field(NetworkPlan.LayerField layer) {
    return FieldSpec.builder(layer.type(), layer.name(), Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addJavadoc("Creates the layers.\n\n");
    for (NetworkPlan.Size size : frame.sizes()) {
      constructor
          .addParameter(TypeName.INT, size.name())
          .addJavadoc("@param $N $L\n", size.name(), size.meaning());
    }
    for (NetworkPlan.LayerField layer : frame.created()) {
      constructor.addStatement(created(layer));
    }
    return constructor.build();
  }

  private static CodeBlock created(NetworkPlan.LayerField layer) {
    if (layer.variants().isEmpty()) {
      return CodeBlock.of("$N =$Wadd($L)", layer.name(), layer.created());
    }
    CodeBlock.Builder created =
        CodeBlock.builder().add("$N =\nadd(\n$>$>", layer.name()).add("$L$>$>", layer.created());
    layer.variants().forEach(call -> created.add("\n.$L", call));
    return created.add(")$<$<$<$<").build();
  }

  private MethodSpec signature() {
    CodeBlock.Builder calls =
        CodeBlock.builder().add("return $T.of($S)", RuntimeTypes.SIGNATURE, frame.modelName());
    frame.signature().forEach(call -> calls.add("\n.$L", call));
    return MethodSpec.methodBuilder("signature")
        .addJavadoc("Returns what a model file must agree with to be loaded into this network.\n")
        .addModifiers(Modifier.STATIC)
        .returns(RuntimeTypes.SIGNATURE)
        .addStatement(calls.add("\n.build()").build())
        .build();
  }
}
