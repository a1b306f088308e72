package dev.hairpin.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every step there is, read off the step classes. */
public final class StepCatalogue {
  private static final List<Class<?>> CLASSES =
      List.of(
          RelaySteps.class,
          StationSteps.class,
          FrameSteps.class,
          SightingSteps.class,
          HostSteps.class,
          PassthruSteps.class,
          NicSteps.class,
          FilterSteps.class,
          LinkSteps.class,
          TagSteps.class,
          ModeSteps.class,
          SwitchViewSteps.class,
          GuestSteps.class,
          LoadSteps.class);

  private StepCatalogue() {}

  /**
   * One step.
   *
   * @param keyword Given, When or Then
   * @param expression a Cucumber expression
   */
  public record Step(String keyword, String expression) {}

  /**
   * A kind of parameter in expressions.
   *
   * @param pattern the words it takes, as a regular expression
   */
  public record Parameter(String name, String pattern) {}

  /** The steps, Given first. */
  public static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Class<?> each : CLASSES) {
      for (Method method : each.getDeclaredMethods()) {
        add(steps, "Given", method.getAnnotationsByType(Given.class), Given::value);
        add(steps, "When", method.getAnnotationsByType(When.class), When::value);
        add(steps, "Then", method.getAnnotationsByType(Then.class), Then::value);
      }
    }
    steps.sort(
        Comparator.comparing(
                (Step step) -> List.of("Given", "When", "Then").indexOf(step.keyword()))
            .thenComparing(Step::expression));
    return steps;
  }

  private static <T> void add(
      List<Step> steps,
      String keyword,
      T[] annotations,
      java.util.function.Function<T, String> value) {
    Arrays.stream(annotations).forEach(each -> steps.add(new Step(keyword, value.apply(each))));
  }

  /** The kinds of parameters, by name. */
  public static List<Parameter> parameters() {
    return Arrays.stream(Words.class.getDeclaredMethods())
        .filter(each -> each.isAnnotationPresent(ParameterType.class))
        .map(each -> new Parameter(each.getName(), each.getAnnotation(ParameterType.class).value()))
        .sorted(Comparator.comparing(Parameter::name))
        .toList();
  }
}
