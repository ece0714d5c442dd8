// Tests mostly wait, for the database, for amoCRM, for each other's processor; with more of them each takes longer, and all the same.
[assembly: LevelOfParallelism(4)]
