// One taker's answers, part by part: what is ticked for each item of the instrument.

const rows = (question, choices) => Object.entries(choices).map(([row, choice]) => [`${question}.${row}`, choice]);

export const group = "municipal_schools";

export const answers = {
  1: rows("type", { product: "no", service: "yes", process_organisation: "yes", communication: "dont_know" }),
  2: [
    ["novelty", "inspired_adapted"],
    ["driver", "employees"],
    ["driver", "citizens"],
    ["partner", "own_authority"],
    ["partner", "private_companies"],
    ["value", "quality"],
    ["value", "citizen_involvement"],
    ["evaluated", "internal_only"],
    ["spread", "no"],
  ],
  3: rows("factor", {
    employees: "promoted_much",
    cross_workplace_cooperation: "promoted_some",
    focus_on_safe_operation: "neither",
    error_handling: "promoted_some",
    limited_economy: "hindered_much",
    new_technology: "promoted_much",
    citizens: "promoted_some",
    private_companies: "not_relevant",
    voluntary_organisations: "not_relevant",
    foundations: "dont_know",
    nearest_political_leadership: "hindered_some",
    legislation: "neither",
  }),
  4: rows("culture", {
    new_ways_despite_risk: "agree_partly",
    recognise_people_with_unusable_ideas: "agree_wholly",
    curious_about_technology: "disagree_partly",
    cooperate_across_professions: "agree_wholly",
    open_to_solutions_from_others: "agree_partly",
  }),
};

export const parts = Object.keys(answers);
