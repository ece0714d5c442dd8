// Tests mostly wait, for the database, for amoCRM, for each other's processor. Twice as many at once make each take twice as long.
[assembly: LevelOfParallelism(4)]
