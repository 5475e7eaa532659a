package dev.rondo.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.data.Tokens;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Tagging;
import dev.rondo.processor.graph.Task;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.ConstantsPlan;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What users see of the generated classes of a model with errors: the same members, with bodies
 * that throw, so that code that mentions them compiles and the model's errors stand alone.
 */
public final class StandIns {
  private static final CodeBlock FAILING =
      CodeBlock.builder()
          .addStatement("throw new $T($S)", IllegalStateException.class, "the model has errors")
          .build();

  /** What no accessor of a stand-in may be called: what is wrong may be the name of an input. */
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final Set<String> OF_ALL_OUTPUTS = Set.of("loss", "quality", "mase");

  private final PlannedApi api;
  private final GeneratedClasses classes;

  private StandIns(PlannedApi api) {
    this.api = api;
    this.classes = api.classes();
  }

  /**
   * Returns the stand-ins of a model.
   *
   * @param graph the graph of the model, as it is
   * @param api what users would see of it
   */
  public static ModelPlan of(ModelGraph graph, PlannedApi api) {
    StandIns standIns = new StandIns(api);
    boolean known = !graph.signature().inputs().isEmpty() && !graph.signature().outputs().isEmpty();
    return new ModelPlan(
        api.classes(), api.types().stream().map(type -> standIns.standIn(type, known)).toList());
  }

  /** Returns the graph, with something in place of what is not known. */
  static ModelGraph readable(ModelGraph graph) {
    return graph.with(readableSignature(graph));
  }

  private static ModelSignature readableSignature(ModelGraph graph) {
    ModelSignature signature = graph.signature();
    boolean text = signature.task().writesText();
    boolean series = signature.task() == Task.SERIES || signature.task() == Task.STREAMS;
    List<Input> inputs =
        series
            ? ofSeries(signature)
            : signature.inputs().stream()
                .filter(input -> !text || input.codec() instanceof Codec.OfTokens)
                .limit(text ? 1 : Integer.MAX_VALUE)
                .toList();
    List<Output> outputs =
        signature.outputs().stream().limit(text ? 1 : Integer.MAX_VALUE).toList();
    return signature.with(
        inputs.isEmpty() ? List.of(anyInput(graph)) : inputs,
        outputs.isEmpty() || (series && inputs.isEmpty()) ? List.of(anyOutput(graph)) : outputs);
  }

  /** Returns the inputs of what is made from a history, that first; none where there is none. */
  private static List<Input> ofSeries(ModelSignature signature) {
    List<Input> histories =
        signature.inputs().stream()
            .filter(input -> input.codec() instanceof Codec.Sequence && !input.ahead())
            .toList();
    if (histories.isEmpty() || signature.task() == Task.STREAMS) {
      return histories.stream().limit(1).toList();
    }
    Input history = histories.get(0);
    return Stream.concat(
            Stream.of(history), signature.inputs().stream().filter(input -> !input.equals(history)))
        .filter(input -> !input.ahead() || isKnown(signature, input))
        .toList();
  }

  /** Returns whether an input is what is known in advance, and the list that this is to be. */
  private static boolean isKnown(ModelSignature signature, Input input) {
    return input.codec() instanceof Codec.Sequence
        && signature.outputs().stream()
            .anyMatch(
                output ->
                    output.head() instanceof Head.Forecast forecast
                        && forecast
                            .known()
                            .filter(known -> known.input().equals(input.name()))
                            .isPresent());
  }

  private static Input anyInput(ModelGraph graph) {
    Codec text = new Codec.Text(Tokens.WORDS, false, "", true, 1, 1);
    return new Input("input", "input", text, "input", false, Optional.empty(), graph.origin());
  }

  private static Output anyOutput(ModelGraph graph) {
    return new Output(
        "expected",
        new Head.YesNo(false),
        Grain.ONCE,
        false,
        false,
        false,
        LossSpec.byDefault(graph.origin()),
        Tagging.NONE,
        graph.origin());
  }

  /**
   * Returns the stand-in of a class.
   *
   * @param known whether inputs and outputs are: what follows from them is left out otherwise
   */
  private ClassPlan standIn(ClassPlan type, boolean known) {
    boolean predictor = type.name().equals(classes.predictor());
    ClassPlan.Builder standIn = start(type.name());
    type.superclass().ifPresent(standIn::extending);
    type.interfaces().forEach(standIn::implementing);
    if (predictor) {
      // abstract, so that it implements the interface whatever its methods are
      standIn.abstractly();
    }
    type.nested().map(ConstantsPlan::unimplemented).ifPresent(standIn::nested);
    Set<String> signatures = new HashSet<>();
    for (Member member : type.members()) {
      if (isConstructorOfTrainer(type, member)) {
        standIn.member(trainerConstructor());
      } else if (member.isConstructor() && type.name().equals(classes.evaluation())) {
        standIn.member(evaluationConstructor(type));
      } else if (member.isConstructor() && (predictor || isSession(type))) {
        // without a method there are members without a name, which look like constructors
        if (signatures.add("")) {
          standIn.member(constructorOfNothing(predictor ? 3 : 1));
        }
      } else if (member.isConstructor() && isOfValues(type)) {
        standIn.member(anyValues(type));
      } else if (isSeen(member)
          // the method of the model stays open: what is wrong may be its parameters
          && !(predictor && api.implementsModel(member))
          && !(type.name().equals(classes.evaluation()) && ofAll(member))
          && (known || !followsFromMethod(type, member))
          && signatures.add(member.signature())) {
        standIn.member(member.doing(FAILING));
      }
    }
    return standIn.build();
  }

  private boolean isOfValues(ClassPlan type) {
    return List.of(classes.input(), classes.example(), classes.series()).contains(type.name());
  }

  /** Returns whether it is a session of a superclass that is given what it remembers. */
  private static boolean isSession(ClassPlan type) {
    return type.superclass().filter(RuntimeTypes.SESSION::equals).isPresent();
  }

  private boolean isConstructorOfTrainer(ClassPlan type, Member member) {
    return member.isConstructor() && type.name().equals(classes.trainer());
  }

  private static boolean isSeen(Member member) {
    return !member.isConstructor()
        && member.isOwn()
        && (member.is(Trait.OVERRIDES)
            || (member.access() == Access.PUBLIC && !hidesMethodOfObject(member)));
  }

  /** An output may be called wrongly like what the evaluation has of all. */
  private static boolean ofAll(Member member) {
    return OF_ALL_OUTPUTS.contains(member.name());
  }

  private static boolean hidesMethodOfObject(Member member) {
    return member.parameters().isEmpty() && METHODS_OF_OBJECT.contains(member.name());
  }

  private boolean followsFromMethod(ClassPlan type, Member member) {
    if (type.name().equals(classes.predictor())) {
      return !classes.method().isEmpty() && member.name().startsWith(classes.method());
    }
    if (type.name().equals(classes.session())) {
      return member.name().startsWith("next");
    }
    return type.name().equals(classes.example()) && !member.is(Trait.STATIC);
  }

  private ClassPlan.Builder start(ClassName name) {
    return ClassPlan.api(name)
        .doc("Stands in until the errors of {@link $T} are mended.\n", classes.model());
  }

  private static Member trainerConstructor() {
    return Member.constructor(Access.PRIVATE)
        .statement("super($T.builder().build())", RuntimeTypes.TRAINING_OPTIONS)
        .build();
  }

  private static Member constructorOfNothing(int arguments) {
    return Member.constructor(Access.PRIVATE)
        .statement("super($L)", String.join(", ", Collections.nCopies(arguments, "null")))
        .build();
  }

  private static Member evaluationConstructor(ClassPlan type) {
    boolean targets = type.superclass().filter(RuntimeTypes.TARGETS_EVALUATION::equals).isPresent();
    return Member.constructor(Access.PRIVATE)
        .statement(
            targets ? "super($1T.of(), $1T.of())" : "super($1T.of(), new double[0], $1T.of())",
            List.class)
        .build();
  }

  private static Member anyValues(ClassPlan type) {
    CodeBlock start =
        type.superclass().isPresent()
            ? CodeBlock.builder().addStatement("super($S, null, null)", "").build()
            : CodeBlock.of("");
    return Member.constructor(Access.PUBLIC)
        .build()
        .taking(List.of(Parameter.of(ArrayTypeName.of(ClassName.OBJECT), "values")), true)
        .doing(CodeBlock.builder().add(start).add(FAILING).build());
  }
}
