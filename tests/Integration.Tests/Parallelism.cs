// Services of tests keep two processors busy as it is: a fourth test at once saves no time and doubles the load, at which calls time out.
[assembly: LevelOfParallelism(3)]
