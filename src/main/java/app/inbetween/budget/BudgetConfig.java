package app.inbetween.budget;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.budget")
interface BudgetConfig {

    /** Schedule; "off" for a node that only serves pages. */
    String allowEvery();

    /** Whole credits: whoever falls to one of these is told so. */
    @WithDefault("20,5")
    List<Integer> lowBalance();
}
